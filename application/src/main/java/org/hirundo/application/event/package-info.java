/**
 * Sending events: messages, state and redactions. Read {@link org.hirundo.application.event.SendMessage} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#sending-events-to-a-room">Client-Server API, "Sending events
 *     to a room"</a>
 */
@NullMarked
package org.hirundo.application.event;

import org.jspecify.annotations.NullMarked;
