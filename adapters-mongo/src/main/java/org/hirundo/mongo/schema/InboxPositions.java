package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;

import org.hirundo.mongo.common.Database;

/** Messages to devices by when they came. */
final class InboxPositions {

    private InboxPositions() {}

    static void create(Database database) {
        var messages = database.collection("to_device_messages");
        database.run(() -> messages.createIndex(ascending("_id.position", "_id.user", "_id.device")));
    }
}
