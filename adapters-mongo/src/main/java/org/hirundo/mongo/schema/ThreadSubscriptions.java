package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import org.hirundo.mongo.common.Database;

/** Subscriptions to threads. */
final class ThreadSubscriptions {

    private ThreadSubscriptions() {}

    static void create(Database database) {
        // A transaction cannot always make the collection that it writes to.
        database.createCollection("thread_subscriptions");
        database.run(() -> database.collection("thread_subscriptions")
                .createIndex(compoundIndex(ascending("_id.user"), descending("position"))));
    }
}
