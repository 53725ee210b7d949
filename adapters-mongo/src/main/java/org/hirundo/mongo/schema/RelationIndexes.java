package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import org.bson.BsonType;
import org.hirundo.mongo.common.Database;

/** Indexes in which children of an event lie in graph order, and those of a room's threads with all that a list of threads asks. */
final class RelationIndexes {

    private RelationIndexes() {}

    static void create(Database database) {
        var events = database.collection("events");
        database.run(() -> {
            events.createIndex(
                    ascending("relatesTo", "depth", "position"),
                    new IndexOptions().partialFilterExpression(type("relatesTo", BsonType.STRING)));
            events.createIndex(
                    ascending("room", "standing", "threadRoot", "depth", "position", "sender"),
                    new IndexOptions().partialFilterExpression(type("threadRoot", BsonType.STRING)));
        });
    }
}
