/**
 * Reading rooms: messages, context, single events, state and members, as far as the reader may see them. Read {@link
 * org.hirundo.application.timeline.Visibility}, {@link org.hirundo.application.timeline.ClientEvents} and {@link
 * org.hirundo.application.timeline.ReadMessages} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#getting-events-for-a-room">Client-Server API, "Getting events
 *     for a room"</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-history-visibility">"Room History Visibility"</a>
 */
@NullMarked
package org.hirundo.application.timeline;

import org.jspecify.annotations.NullMarked;
