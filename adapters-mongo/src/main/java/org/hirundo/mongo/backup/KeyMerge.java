package org.hirundo.mongo.backup;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.bson.Document;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Fields;

/** Merges keys into those of a backup version, of each session the better one. */
final class KeyMerge {

    /** So many keys are looked up with one command, which then stays far below the size that commands may have. */
    private static final int BATCH = 2_000;

    private final UserId user;
    private final long version;
    private final Map<RoomId, Map<String, JsonObject>> sessions;
    private final BinaryOperator<JsonObject> better;

    KeyMerge(
            UserId user,
            long version,
            Map<RoomId, Map<String, JsonObject>> sessions,
            BinaryOperator<JsonObject> better) {
        this.user = user;
        this.version = version;
        this.sessions = sessions;
        this.better = better;
    }

    KeyChange into(MongoCollection<Document> keys, ClientSession session) {
        var fresh = new HashMap<Document, JsonObject>();
        sessions.forEach((room, ofRoom) ->
                ofRoom.forEach((name, key) -> fresh.put(BackupKeyDocument.id(user, version, room, name), key)));
        var old = read(keys, session, List.copyOf(fresh.keySet()));
        var writes = new ArrayList<WriteModel<Document>>();
        long added = 0;
        for (var entry : fresh.entrySet()) {
            var id = entry.getKey();
            var before = old.get(id);
            if (before == null) {
                writes.add(new InsertOneModel<>(BackupKeyDocument.of(id, entry.getValue())));
                added++;
            } else {
                var chosen = better.apply(before, entry.getValue());
                if (!chosen.equals(before)) {
                    writes.add(new ReplaceOneModel<>(eq(Fields.ID, id), BackupKeyDocument.of(id, chosen)));
                }
            }
        }
        if (!writes.isEmpty()) {
            keys.bulkWrite(session, writes);
        }
        return new KeyChange(!writes.isEmpty(), added);
    }

    private static Map<Document, JsonObject> read(
            MongoCollection<Document> keys, ClientSession session, List<Document> ids) {
        var found = new HashMap<Document, JsonObject>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            var batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            keys.find(session, in(Fields.ID, batch))
                    .forEach(document -> found.put(Fields.id(document), BackupKeyDocument.key(document)));
        }
        return found;
    }
}
