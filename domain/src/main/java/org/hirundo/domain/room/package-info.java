/**
 * Rooms: what a room version decides, and typed views of the state events the server interprets.
 *
 * <p>Read {@link org.hirundo.domain.room.RoomVersion} and {@link org.hirundo.domain.room.PowerLevels} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/rooms/">Room versions</a>
 */
@NullMarked
package org.hirundo.domain.room;

import org.jspecify.annotations.NullMarked;
