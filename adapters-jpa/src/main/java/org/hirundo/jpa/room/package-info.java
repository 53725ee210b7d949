/** Rooms, their states and public faces in relational databases. Read {@link org.hirundo.jpa.room.JpaRoomStore} and {@link org.hirundo.jpa.room.DeltaCodec} first. */
@NullMarked
package org.hirundo.jpa.room;

import org.jspecify.annotations.NullMarked;
