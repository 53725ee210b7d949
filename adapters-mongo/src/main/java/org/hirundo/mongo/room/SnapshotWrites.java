package org.hirundo.mongo.room;

import com.mongodb.client.model.InsertOneModel;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.mongo.common.Writes;

/** What a commit adds to the states of rooms. */
public final class SnapshotWrites {

    private SnapshotWrites() {}

    /** The new snapshots. */
    public static void put(Writes writes, RoomCommit commit) {
        for (var snapshot : commit.snapshots()) {
            var documents = SnapshotDocument.of(snapshot);
            writes.add(SnapshotDocument.COLLECTION, new InsertOneModel<>(documents.getFirst()));
            documents.stream().skip(1).forEach(part -> writes.add(SnapshotDocument.PARTS, new InsertOneModel<>(part)));
        }
    }
}
