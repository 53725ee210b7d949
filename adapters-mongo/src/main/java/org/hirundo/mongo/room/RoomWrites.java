package org.hirundo.mongo.room;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** What a transaction changes of rooms: one write for a room, however many commits of it there are. */
public final class RoomWrites {

    private final Map<RoomId, RoomChange> changes = new LinkedHashMap<>();

    /** What changes of a room that has the revision. */
    private record RoomChange(RoomRevision revision, Document fields) {}

    /** The revisions of those of the rooms that are known, as the transaction sees them. */
    public static Map<RoomId, RoomRevision> revisions(
            Database database, ClientSession session, Collection<RoomId> rooms) {
        var revisions = new HashMap<RoomId, RoomRevision>();
        if (!rooms.isEmpty()) {
            rooms(database)
                    .find(
                            session,
                            in(Fields.ID, rooms.stream().map(RoomId::toString).toList()))
                    .projection(include(RoomDocument.REVISION, RoomDocument.FORWARD_EXTREMITIES))
                    .forEach(document -> revisions.put(RoomDocument.room(document), RoomDocument.revision(document)));
        }
        return revisions;
    }

    /** The head moves, and the public face changes. Commits of one room are to be added in their order. */
    public void put(RoomCommit commit, StreamPosition last) {
        var fields = changes.computeIfAbsent(commit.room(), room -> new RoomChange(commit.basedOn(), new Document()))
                .fields();
        fields.putAll(RoomDocument.head(commit, last));
        commit.summary().ifPresent(summary -> fields.putAll(RoomDocument.face(commit.room(), summary)));
    }

    /**
     * Does the writes; fails as a duplicate key when a room that is new for them is known.
     *
     * @return whether each room had the revision that its first commit was based on
     */
    public boolean send(Database database, ClientSession session) {
        if (changes.isEmpty()) {
            return true;
        }
        var writes = new ArrayList<WriteModel<Document>>();
        changes.forEach((room, change) -> writes.add(write(room, change)));
        var result = rooms(database).bulkWrite(session, writes);
        return result.getInsertedCount() + result.getMatchedCount() == writes.size();
    }

    private static WriteModel<Document> write(RoomId room, RoomChange change) {
        var id = RoomDocument.id(room);
        if (change.revision().equals(RoomRevision.NONE)) {
            id.putAll(change.fields());
            return new InsertOneModel<>(id);
        }
        return new UpdateOneModel<>(and(id, RoomDocument.at(change.revision())), new Document("$set", change.fields()));
    }

    private static MongoCollection<Document> rooms(Database database) {
        return database.collection(RoomDocument.COLLECTION);
    }
}
