package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;

import org.bson.conversions.Bson;
import org.hirundo.mongo.common.Database;

/** Events by time, reports, and tokens to sign in with once. */
final class ReportsAndTimes {

    private ReportsAndTimes() {}

    static void create(Database database) {
        index(database, "events", ascending("room", "standing", "originServerTs", "position"));
        index(database, "reports", ascending("receivedAt", "_id"));
        index(database, "login_tokens", ascending("expiresAt"));
    }

    private static void index(Database database, String collection, Bson keys) {
        database.run(() -> database.collection(collection).createIndex(keys));
    }
}
