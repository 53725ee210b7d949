package org.hirundo.jpa.event;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.transaction.ClientTransactions;

/** Events, one row each, found by id, in stream order and in graph order. */
public final class JpaEventStore implements EventStore {

    private static final String ACCEPTED = Standing.ACCEPTED.name();

    private static final String BACKWARDS = """
            select e from EventRow e
            where e.room = ?1 and e.standing = ?2 and (e.depth < ?3 or e.depth = ?3 and e.streamPosition < ?4)
            order by e.depth desc, e.streamPosition desc
            """;
    private static final String FORWARDS = """
            select e from EventRow e
            where e.room = ?1 and e.standing = ?2 and (e.depth > ?3 or e.depth = ?3 and e.streamPosition >= ?4)
            order by e.depth, e.streamPosition
            """;
    private static final String IN_STREAM_ORDER = """
            select e from EventRow e where e.streamPosition > ?1 and e.streamPosition <= ?2 and e.standing = ?3
            order by e.streamPosition
            """;
    private static final String SENT_BEFORE = """
            select e from EventRow e
            where e.room = ?1 and e.standing = ?2
              and (e.originServerTs < ?3 or e.originServerTs = ?3 and e.streamPosition < ?4)
            order by e.originServerTs desc, e.streamPosition desc
            """;
    private static final String SENT_FROM = """
            select e from EventRow e
            where e.room = ?1 and e.standing = ?2
              and (e.originServerTs > ?3 or e.originServerTs = ?3 and e.streamPosition >= ?4)
            order by e.originServerTs, e.streamPosition
            """;
    private static final String LAST = """
            select e from EventRow e where e.room = ?1 and e.standing = ?2 and e.streamPosition <= ?3
            order by e.streamPosition desc
            """;

    private static final String STICKY = """
            select s from StickyRow s
            where s.room in ?1 and s.stickyUntil > ?2 and s.streamPosition > ?3 and s.streamPosition <= ?4
            order by s.streamPosition
            """;

    private final Database database;

    /** On this database. */
    public JpaEventStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<EventId, StoredEvent> events(Set<EventId> ids) {
        var rows = database.read(manager -> Batches.ask(
                Ids.of(ids),
                some -> Queries.list(manager, "select e from EventRow e where e.id in ?1", EventRow.class, some)));
        var found = HashMap.<EventId, StoredEvent>newHashMap(rows.size());
        for (var row : rows) {
            var event = row.event();
            found.put(event.id(), event);
        }
        return found;
    }

    @Override
    public Map<RoomId, List<StoredEvent>> timelines(Map<RoomId, TimelineRange> ranges) {
        return database.read(manager -> Timelines.read(manager, ranges));
    }

    @Override
    public List<StoredEvent> backwards(RoomId room, GraphPosition before, int limit) {
        return walk(BACKWARDS, room, before.depth(), before.position(), limit);
    }

    @Override
    public List<StoredEvent> forwards(RoomId room, GraphPosition from, int limit) {
        return walk(FORWARDS, room, from.depth(), from.position(), limit);
    }

    @Override
    public List<StoredEvent> sentBefore(RoomId room, TimePosition before, int limit) {
        return walk(SENT_BEFORE, room, before.originServerTs(), before.position(), limit);
    }

    @Override
    public List<StoredEvent> sentFrom(RoomId room, TimePosition from, int limit) {
        return walk(SENT_FROM, room, from.originServerTs(), from.position(), limit);
    }

    private List<StoredEvent> walk(String jpql, RoomId room, long start, StreamPosition position, int limit) {
        return database
                .read(manager -> Queries.of(
                                manager, jpql, EventRow.class, room.toString(), ACCEPTED, start, position.value())
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .map(EventRow::event)
                .toList();
    }

    @Override
    public List<StoredEvent> inStreamOrder(StreamPosition after, StreamPosition upTo, int limit) {
        return database
                .read(manager -> Queries.of(
                                manager, IN_STREAM_ORDER, EventRow.class, after.value(), upTo.value(), ACCEPTED)
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .map(EventRow::event)
                .toList();
    }

    @Override
    public Optional<GraphPosition> graphPositionAfter(RoomId room, StreamPosition position) {
        return database.read(manager ->
                        Queries.first(manager, LAST, EventRow.class, room.toString(), ACCEPTED, position.value()))
                .map(EventRow::graphPositionAfter);
    }

    @Override
    public List<EventId> sticky(Set<RoomId> rooms, StreamPosition after, StreamPosition upTo, Instant now, int limit) {
        var found = database.read(manager -> Batches.ask(Ids.of(rooms), some -> Queries.of(
                        manager, STICKY, StickyRow.class, some, now.toEpochMilli(), after.value(), upTo.value())
                .setMaxResults(limit)
                .getResultList()));
        return found.stream()
                .sorted(Comparator.comparing(StickyRow::position))
                .limit(limit)
                .map(row -> new EventId(row.event()))
                .toList();
    }

    @Override
    public Map<EventId, ClientTransaction> transactions(UserId user, DeviceId device, Set<EventId> events) {
        return database.read(manager -> ClientTransactions.ofEvents(manager, user, device, events));
    }
}
