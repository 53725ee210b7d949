/**
 * How rooms grow. {@link org.hirundo.application.room.Rooms} is the only way into a room: it shows a change function a
 * {@link org.hirundo.application.room.RoomView}, on which events are drafted one after the other, and commits what came of
 * it. {@link org.hirundo.application.room.RoomHeads} keeps the growing ends of rooms in memory, for writers and readers.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#rooms">Client-Server API, "Rooms"</a>
 */
@NullMarked
package org.hirundo.application.room;

import org.jspecify.annotations.NullMarked;
