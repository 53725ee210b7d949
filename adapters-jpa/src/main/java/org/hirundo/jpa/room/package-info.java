/** Rooms and their states in relational databases. Read {@link org.hirundo.jpa.room.JpaRoomStore} first, and {@link org.hirundo.jpa.room.DeltaCodec} for how states are written. */
@NullMarked
package org.hirundo.jpa.room;

import org.jspecify.annotations.NullMarked;
