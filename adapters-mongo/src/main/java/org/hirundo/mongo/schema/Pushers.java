package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;

import org.hirundo.mongo.common.Database;

/** Pushers. */
final class Pushers {

    private Pushers() {}

    static void create(Database database) {
        var pushers = database.collection("pushers");
        database.run(() -> {
            pushers.createIndex(ascending("_id.user", "_id.app", "_id.pushkey"));
            pushers.createIndex(ascending("_id.app", "_id.pushkey"));
            pushers.createIndex(ascending("waiting.position"));
        });
    }
}
