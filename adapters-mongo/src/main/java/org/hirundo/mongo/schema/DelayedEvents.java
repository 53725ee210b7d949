package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import org.hirundo.mongo.common.Database;

/** Events that are sent later. */
final class DelayedEvents {

    private DelayedEvents() {}

    static void create(Database database) {
        var events = database.collection("delayed_events");
        var once = new IndexOptions().unique(true).partialFilterExpression(exists("transaction"));
        database.run(() -> {
            events.createIndex(ascending("dueAt", "sendAt", "_id"));
            events.createIndex(ascending("sender", "finalisedAt", "sendAt", "_id"));
            events.createIndex(ascending("transaction"), once);
        });
    }
}
