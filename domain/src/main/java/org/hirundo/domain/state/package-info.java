/**
 * The state of a room: the map from (event type, state key) to event, how it is kept, and how forks of it are resolved.
 *
 * <p>A room's state is a {@link org.hirundo.domain.state.StateMap}; it is stored as a chain of {@link
 * org.hirundo.domain.state.Snapshot}s; where the event graph forks, {@link org.hirundo.domain.state.StateResolution} makes
 * one state of several. The steps of the algorithms bear the names that the specification gives them, one file each.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#room-state-resolution">Room state resolution</a>
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v2/#state-resolution">The algorithm of room versions 2 to 11</a>
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v12/#state-resolution">The algorithm of room version 12</a>
 */
@NullMarked
package org.hirundo.domain.state;

import org.jspecify.annotations.NullMarked;
