/**
 * Events as they are kept, by id, in stream order and in graph order. Read {@link
 * org.hirundo.application.port.event.EventStore} first.
 */
@NullMarked
package org.hirundo.application.port.event;

import org.jspecify.annotations.NullMarked;
