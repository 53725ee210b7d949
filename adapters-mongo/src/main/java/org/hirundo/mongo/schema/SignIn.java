package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;

import org.bson.Document;
import org.hirundo.mongo.common.Database;

/** What people sign in and register with. */
final class SignIn {

    private SignIn() {}

    static void create(Database database) {
        database.run(() -> {
            database.collection("threepids").createIndex(ascending("user", "_id"));
            database.collection("validations").createIndex(ascending("expiresAt"));
        });
        // Sessions last half an hour; those that do not know their flows are begun again.
        database.run(() ->
                database.collection("uia_sessions").deleteMany(new Document("flows", new Document("$exists", false))));
    }
}
