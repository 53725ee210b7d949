/**
 * What a room needs to grow: its head and the states after its events. Read {@link
 * org.hirundo.application.port.room.RoomStore} first.
 */
@NullMarked
package org.hirundo.application.port.room;

import org.jspecify.annotations.NullMarked;
