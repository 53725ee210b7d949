/** Rooms, their states and public faces in MongoDB. Read {@link org.hirundo.mongo.room.MongoRoomStore} first, and {@code SnapshotCodec} for how a state is stored. */
@NullMarked
package org.hirundo.mongo.room;

import org.jspecify.annotations.NullMarked;
