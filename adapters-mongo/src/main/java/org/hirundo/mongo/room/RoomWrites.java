package org.hirundo.mongo.room;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
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
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** What a transaction changes of rooms: one write for a room, however many commits of it there are. */
public final class RoomWrites {

    private final Map<RoomId, Document> changes = new LinkedHashMap<>();
    private final Map<RoomId, Long> basedOn = new HashMap<>();

    /** The revisions of those of the rooms that are known, as the transaction sees them. */
    public static Map<RoomId, Long> revisions(Database database, ClientSession session, Collection<RoomId> rooms) {
        var revisions = new HashMap<RoomId, Long>();
        if (!rooms.isEmpty()) {
            rooms(database)
                    .find(
                            session,
                            in(Fields.ID, rooms.stream().map(RoomId::toString).toList()))
                    .projection(include(RoomDocument.REVISION))
                    .forEach(document ->
                            revisions.put(RoomDocument.room(document), document.getLong(RoomDocument.REVISION)));
        }
        return revisions;
    }

    /** The head moves, and the public face changes. Commits of one room are to be added in their order. */
    public void put(RoomCommit commit, StreamPosition last) {
        basedOn.putIfAbsent(commit.room(), commit.basedOn());
        var change = changes.computeIfAbsent(commit.room(), room -> new Document());
        change.putAll(RoomDocument.head(commit, last));
        commit.summary().ifPresent(summary -> change.putAll(RoomDocument.face(commit.room(), summary)));
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

    private WriteModel<Document> write(RoomId room, Document change) {
        long revision = basedOn.getOrDefault(room, 0L);
        var id = RoomDocument.id(room);
        if (revision == 0) {
            id.putAll(change);
            return new InsertOneModel<>(id);
        }
        return new UpdateOneModel<>(and(id, eq(RoomDocument.REVISION, revision)), new Document("$set", change));
    }

    private static MongoCollection<Document> rooms(Database database) {
        return database.collection(RoomDocument.COLLECTION);
    }
}
