package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import org.hirundo.mongo.common.Database;

/** What searching needs: the index, and events in the order of the stream for those who follow it. */
final class Search {

    private Search() {}

    static void create(Database database) {
        database.createCollection("followers");
        database.run(() -> {
            database.collection("events").createIndex(ascending("position"));
            database.collection("search_entries")
                    .createIndex(compoundIndex(ascending("room", "terms"), descending("_id")));
        });
    }
}
