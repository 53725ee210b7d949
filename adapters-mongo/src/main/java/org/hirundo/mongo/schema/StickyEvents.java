package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import org.hirundo.mongo.common.Database;

/** The index in which the sticky events of a room lie, by when they are so no more. */
final class StickyEvents {

    private StickyEvents() {}

    static void create(Database database) {
        var events = database.collection("events");
        database.run(() -> events.createIndex(
                ascending("room", "stickyUntil", "position"),
                new IndexOptions().partialFilterExpression(gt("stickyUntil", 0L))));
    }
}
