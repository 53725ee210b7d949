/**
 * Events: their formats, ids, hashes, signatures and redaction, as each room version has them.
 *
 * <p>Read {@link org.hirundo.domain.event.Event}, {@link org.hirundo.domain.event.EventFactory} and {@link
 * org.hirundo.domain.event.EventFormat} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#pdus">PDUs</a>
 */
@NullMarked
package org.hirundo.domain.event;

import org.jspecify.annotations.NullMarked;
