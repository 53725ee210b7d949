/**
 * Events that the server sends later, and what became of them (MSC4140). Read {@link
 * org.hirundo.application.port.delayed.DelayedEventStore}.
 */
@NullMarked
package org.hirundo.application.port.delayed;

import org.jspecify.annotations.NullMarked;
