package org.hirundo.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimePosition;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.transaction.ClientTransactions;

/** Events, one document each. */
public final class MongoEventStore implements EventStore {

    /** The index of graph order, in which room and standing lead. */
    private static final Bson GRAPH_ORDER =
            ascending(EventDocument.ROOM, EventDocument.STANDING, EventDocument.DEPTH, EventDocument.POSITION);

    /** The index of the order of time. */
    private static final Bson TIME_ORDER = ascending(
            EventDocument.ROOM, EventDocument.STANDING, EventDocument.ORIGIN_SERVER_TS, EventDocument.POSITION);

    private final Database database;
    private final MongoCollection<Document> events;
    private final RoomRanges ranges;
    private final ClientTransactions transactions;

    /** On this database. */
    public MongoEventStore(Database database, RoomRanges ranges, ClientTransactions transactions) {
        this.database = database;
        this.events = database.collection(EventDocument.COLLECTION);
        this.ranges = ranges;
        this.transactions = transactions;
    }

    @Override
    public Map<EventId, StoredEvent> events(Set<EventId> ids) {
        var filter = in(Fields.ID, ids.stream().map(EventId::toString).toList());
        return database.call(() -> {
            var found = HashMap.<EventId, StoredEvent>newHashMap(ids.size());
            events.find(filter).map(EventDocument::event).forEach(event -> found.put(event.id(), event));
            return found;
        });
    }

    @Override
    public Map<RoomId, List<StoredEvent>> timelines(Map<RoomId, TimelineRange> wanted) {
        return ranges.timelines(wanted);
    }

    @Override
    public List<StoredEvent> backwards(RoomId room, GraphPosition before, int limit) {
        return read(inGraphOrder()
                .min(place(room, new MinKey(), new MinKey()))
                .max(place(room, before))
                .sort(descending(EventDocument.DEPTH, EventDocument.POSITION))
                .limit(limit));
    }

    @Override
    public List<StoredEvent> forwards(RoomId room, GraphPosition from, int limit) {
        return read(inGraphOrder()
                .min(place(room, from))
                .max(place(room, new MaxKey(), new MaxKey()))
                .sort(ascending(EventDocument.DEPTH, EventDocument.POSITION))
                .limit(limit));
    }

    @Override
    public List<StoredEvent> sentBefore(RoomId room, TimePosition before, int limit) {
        return read(events.find()
                .hint(TIME_ORDER)
                .min(time(room, new MinKey(), new MinKey()))
                .max(time(room, before.originServerTs(), before.position().value()))
                .sort(descending(EventDocument.ORIGIN_SERVER_TS, EventDocument.POSITION))
                .limit(limit));
    }

    @Override
    public List<StoredEvent> sentFrom(RoomId room, TimePosition from, int limit) {
        return read(events.find()
                .hint(TIME_ORDER)
                .min(time(room, from.originServerTs(), from.position().value()))
                .max(time(room, new MaxKey(), new MaxKey()))
                .sort(ascending(EventDocument.ORIGIN_SERVER_TS, EventDocument.POSITION))
                .limit(limit));
    }

    private static Document time(RoomId room, Object originServerTs, Object position) {
        return new Document(EventDocument.ROOM, room.toString())
                .append(EventDocument.STANDING, Standing.ACCEPTED.name())
                .append(EventDocument.ORIGIN_SERVER_TS, originServerTs)
                .append(EventDocument.POSITION, position);
    }

    /** Events along the index of graph order, between two places of it. */
    private FindIterable<Document> inGraphOrder() {
        return events.find().hint(GRAPH_ORDER);
    }

    private static Document place(RoomId room, GraphPosition position) {
        return place(room, position.depth(), position.position().value());
    }

    private static Document place(RoomId room, Object depth, Object position) {
        return new Document(EventDocument.ROOM, room.toString())
                .append(EventDocument.STANDING, Standing.ACCEPTED.name())
                .append(EventDocument.DEPTH, depth)
                .append(EventDocument.POSITION, position);
    }

    private List<StoredEvent> read(FindIterable<Document> found) {
        return database.call(() -> found.map(EventDocument::event).into(new ArrayList<>()));
    }

    @Override
    public List<StoredEvent> inStreamOrder(StreamPosition after, StreamPosition upTo, int limit) {
        var filter = and(
                gt(EventDocument.POSITION, after.value()),
                lte(EventDocument.POSITION, upTo.value()),
                eq(EventDocument.STANDING, Standing.ACCEPTED.name()));
        return read(events.find(filter).sort(ascending(EventDocument.POSITION)).limit(limit));
    }

    @Override
    public Optional<GraphPosition> graphPositionAfter(RoomId room, StreamPosition position) {
        var filter = and(
                eq(EventDocument.ROOM, room.toString()),
                eq(EventDocument.STANDING, Standing.ACCEPTED.name()),
                lte(EventDocument.POSITION, position.value()));
        return database.call(() -> Optional.ofNullable(events.find(filter)
                        .projection(include(EventDocument.DEPTH, EventDocument.POSITION))
                        .sort(descending(EventDocument.ROOM, EventDocument.POSITION))
                        .first()))
                .map(last -> new GraphPosition(
                        last.getLong(EventDocument.DEPTH),
                        new StreamPosition(last.getLong(EventDocument.POSITION) + 1)));
    }

    @Override
    public List<EventId> sticky(Set<RoomId> rooms, StreamPosition after, StreamPosition upTo, Instant now, int limit) {
        var filter = and(
                in(EventDocument.ROOM, rooms.stream().map(RoomId::toString).toList()),
                gt(EventDocument.STICKY_UNTIL, now.toEpochMilli()),
                gt(EventDocument.POSITION, after.value()),
                lte(EventDocument.POSITION, upTo.value()),
                eq(EventDocument.STANDING, Standing.ACCEPTED.name()));
        return database.call(() -> events.find(filter)
                .projection(include(Fields.ID))
                .sort(ascending(EventDocument.POSITION))
                .limit(limit)
                .map(document -> new EventId(document.getString(Fields.ID)))
                .into(new ArrayList<>()));
    }

    @Override
    public Map<EventId, ClientTransaction> transactions(UserId user, DeviceId device, Set<EventId> sent) {
        return transactions.thatSent(user, device, sent);
    }
}
