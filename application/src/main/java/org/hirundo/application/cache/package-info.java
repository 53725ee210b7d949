/**
 * Decorators of ports that remember, under one budget of memory.
 *
 * <p>Immutable things (events, snapshots) are kept without expiry; what changes is kept in step with the stream. Read {@link
 * org.hirundo.application.cache.ByteBoundedCache} first.
 */
@NullMarked
package org.hirundo.application.cache;

import org.jspecify.annotations.NullMarked;
