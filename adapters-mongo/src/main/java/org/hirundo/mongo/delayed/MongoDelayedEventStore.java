package org.hirundo.mongo.delayed;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Delayed events, one document each. */
public final class MongoDelayedEventStore implements DelayedEventStore {

    /** It is scheduled and nobody sends it. */
    private static final Bson FREE = and(
            eq(DelayedEventDocument.FINALISED_AT, null),
            expr(new Document("$eq", List.of("$" + DelayedEventDocument.DUE_AT, "$" + DelayedEventDocument.SEND_AT))));

    private static final Bson BY_TIME = ascending(DelayedEventDocument.SEND_AT, Fields.ID);

    private final Database database;
    private final MongoCollection<Document> events;

    /** On this database. */
    public MongoDelayedEventStore(Database database) {
        this.database = database;
        this.events = database.collection(DelayedEventDocument.COLLECTION);
    }

    @Override
    public Optional<String> schedule(DelayedEvent event, Optional<ClientTransaction> asked, int most) {
        var key = asked.map(DelayedEventDocument::key);
        var earlier = key.flatMap(this::ofTransaction);
        if (earlier.isPresent()) {
            return earlier;
        }
        long scheduled = database.call(() -> events.countDocuments(scheduledBy(event.sender())));
        if (scheduled >= most) {
            return Optional.empty();
        }
        return database.insertIfAbsent(events, DelayedEventDocument.of(event, key))
                ? Optional.of(event.id())
                : key.flatMap(this::ofTransaction);
    }

    private Optional<String> ofTransaction(Document key) {
        return database.call(() -> Optional.ofNullable(
                        events.find(eq(DelayedEventDocument.TRANSACTION, key)).first()))
                .map(document -> document.getString(Fields.ID));
    }

    private static Bson scheduledBy(UserId sender) {
        return and(eq(DelayedEventDocument.SENDER, sender.toString()), eq(DelayedEventDocument.FINALISED_AT, null));
    }

    @Override
    public Optional<DelayedEvent> find(String id) {
        return database.call(
                        () -> Optional.ofNullable(events.find(eq(Fields.ID, id)).first()))
                .map(DelayedEventDocument::event);
    }

    @Override
    public List<DelayedEvent> scheduled(UserId sender) {
        return database.call(() -> events.find(scheduledBy(sender))
                .sort(BY_TIME)
                .map(DelayedEventDocument::event)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.call(() -> Optional.ofNullable(events.find(gt(DelayedEventDocument.DUE_AT, Instant.EPOCH))
                        .projection(include(DelayedEventDocument.DUE_AT))
                        .sort(ascending(DelayedEventDocument.DUE_AT))
                        .first()))
                .flatMap(next -> Fields.instant(next, DelayedEventDocument.DUE_AT));
    }

    @Override
    public List<DelayedEvent> claimDue(Instant now, Instant until, int limit) {
        var claimed = new ArrayList<DelayedEvent>();
        var options = new FindOneAndUpdateOptions().sort(orderBy(ascending(DelayedEventDocument.DUE_AT), BY_TIME));
        Optional<DelayedEvent> next;
        do {
            next = claim(
                    and(gt(DelayedEventDocument.DUE_AT, Instant.EPOCH), lte(DelayedEventDocument.DUE_AT, now)),
                    until,
                    options);
            next.ifPresent(claimed::add);
        } while (next.isPresent() && claimed.size() < limit);
        return List.copyOf(claimed);
    }

    @Override
    public Optional<DelayedEvent> claim(String id, Instant until) {
        return claim(free(id), until, new FindOneAndUpdateOptions());
    }

    private Optional<DelayedEvent> claim(Bson which, Instant until, FindOneAndUpdateOptions options) {
        var claim = set(new Document(DelayedEventDocument.DUE_AT, until));
        return database.call(() -> Optional.ofNullable(events.findOneAndUpdate(which, claim, options)))
                .map(DelayedEventDocument::event);
    }

    private static Document set(Document fields) {
        return new Document("$set", fields);
    }

    @Override
    public void release(String id) {
        var due = new Document(DelayedEventDocument.DUE_AT, "$" + DelayedEventDocument.SEND_AT);
        database.run(() -> events.updateOne(scheduled(id), List.of(set(due))));
    }

    @Override
    public void finalise(String id, Outcome outcome) {
        database.run(() -> events.updateOne(scheduled(id), set(DelayedEventDocument.outcome(outcome))));
    }

    private static Bson scheduled(String id) {
        return and(eq(Fields.ID, id), eq(DelayedEventDocument.FINALISED_AT, null));
    }

    @Override
    public boolean cancel(String id, Instant now) {
        var cancelled = DelayedEventDocument.outcome(new Outcome.Cancelled(now));
        return database.call(() -> events.updateOne(free(id), set(cancelled)).getMatchedCount() == 1);
    }

    @Override
    public boolean restart(String id, Instant now) {
        var sendAt = new Document("$add", List.of(now, "$" + DelayedEventDocument.DELAY));
        var times = new Document(DelayedEventDocument.SCHEDULED_AT, now)
                .append(DelayedEventDocument.SEND_AT, sendAt)
                .append(DelayedEventDocument.DUE_AT, sendAt);
        return database.call(
                () -> events.updateOne(free(id), List.of(set(times))).getMatchedCount() == 1);
    }

    private static Bson free(String id) {
        return and(eq(Fields.ID, id), FREE);
    }

    @Override
    public void forget(UserId sender, Instant before, int latest) {
        var finalised = and(
                eq(DelayedEventDocument.SENDER, sender.toString()),
                gt(DelayedEventDocument.FINALISED_AT, Instant.EPOCH));
        database.run(() -> {
            events.deleteMany(and(finalised, lt(DelayedEventDocument.FINALISED_AT, before)));
            var older = events.find(finalised)
                    .projection(include(Fields.ID))
                    .sort(orderBy(descending(DelayedEventDocument.FINALISED_AT), ascending(Fields.ID)))
                    .skip(latest)
                    .map(document -> document.getString(Fields.ID))
                    .into(new ArrayList<>());
            if (!older.isEmpty()) {
                events.deleteMany(in(Fields.ID, older));
            }
        });
    }
}
