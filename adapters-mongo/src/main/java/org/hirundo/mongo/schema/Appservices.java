package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexOptions;
import org.hirundo.mongo.common.Database;

/** What application services ask for: messages to devices by when they came, and rooms by the networks that publish them. */
final class Appservices {

    private Appservices() {}

    static void create(Database database) {
        var messages = database.collection("to_device_messages");
        var rooms = database.collection("rooms");
        database.run(() -> {
            messages.createIndex(ascending("_id.position", "_id.user", "_id.device"));
            rooms.createIndex(
                    compoundIndex(ascending("networks"), descending("summary.joinedMembers"), ascending("_id")),
                    new IndexOptions().partialFilterExpression(exists("networks")));
        });
    }
}
