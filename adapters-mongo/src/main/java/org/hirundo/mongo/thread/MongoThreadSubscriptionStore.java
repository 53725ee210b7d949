package org.hirundo.mongo.thread;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Subscriptions to threads, one document each. */
public final class MongoThreadSubscriptionStore implements ThreadSubscriptionStore {

    private final Database database;
    private final MongoCollection<Document> subscriptions;

    /** On this database. */
    public MongoThreadSubscriptionStore(Database database) {
        this.database = database;
        this.subscriptions = database.collection(ThreadSubscriptionDocument.COLLECTION);
    }

    @Override
    public Optional<Entry> find(UserId user, RoomId room, EventId root) {
        return database.call(() -> Optional.ofNullable(subscriptions
                        .find(eq(Fields.ID, ThreadSubscriptionDocument.id(user, room, root)))
                        .first()))
                .map(ThreadSubscriptionDocument::entry);
    }

    @Override
    public List<Entry> latest(UserId user, StreamPosition after, StreamPosition upTo, int limit) {
        var filter = and(
                eq(ThreadSubscriptionDocument.USER, user.toString()),
                gt(ThreadSubscriptionDocument.POSITION, after.value()),
                lte(ThreadSubscriptionDocument.POSITION, upTo.value()));
        return database.call(() -> subscriptions
                .find(filter)
                .sort(Sorts.descending(ThreadSubscriptionDocument.POSITION))
                .limit(limit)
                .map(ThreadSubscriptionDocument::entry)
                .into(new ArrayList<>()));
    }
}
