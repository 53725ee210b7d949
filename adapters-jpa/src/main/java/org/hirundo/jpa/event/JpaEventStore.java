package org.hirundo.jpa.event;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Chunks;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;

/** Events in the table {@code event}. */
public final class JpaEventStore implements EventStore {

    /** SQLite joins 500 selects at most. */
    private static final int ROOMS_PER_STATEMENT = 400;

    private static final String NEWEST_OF_ROOM = """
            select p from (select stream_position as p from event
            where room_id = ? and standing = 0 and stream_position > ? and stream_position <= ?
            order by stream_position desc limit ?) as newest""";

    private final Database database;

    /** Events of the database. */
    public JpaEventStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<EventId, StoredEvent> events(Set<EventId> ids) {
        return database.read(entities -> {
            var found = HashMap.<EventId, StoredEvent>newHashMap(ids.size());
            Chunks.eachStored(ids, chunk -> {
                var rows = entities.createQuery("select e from EventRow e where e.eventId in :ids", EventRow.class)
                        .setParameter("ids", chunk)
                        .getResultList();
                for (var row : rows) {
                    var event = row.toStoredEvent();
                    found.put(event.id(), event);
                }
            });
            return found;
        });
    }

    @Override
    public Map<RoomId, List<StoredEvent>> timelines(Map<RoomId, TimelineRange> ranges) {
        return database.read(entities -> {
            var found = new HashMap<RoomId, List<StoredEvent>>();
            for (var chunk : Chunks.of(ranges.entrySet(), ROOMS_PER_STATEMENT)) {
                for (var row : newest(entities, chunk)) {
                    found.computeIfAbsent(row.room(), room -> new ArrayList<>()).add(row.toStoredEvent());
                }
            }
            return found;
        });
    }

    private static List<EventRow> newest(EntityManager entities, List<Map.Entry<RoomId, TimelineRange>> ranges) {
        var positions = String.join(" union all ", Collections.nCopies(ranges.size(), NEWEST_OF_ROOM));
        var sql = "select " + EventRow.TABLE.columns() + ", redacted_by from (" + positions
                + ") as wanted join event on event.stream_position = wanted.p order by stream_position";
        var query = entities.createNativeQuery(sql, EventRow.class);
        int parameter = 1;
        for (var range : ranges) {
            query.setParameter(parameter++, Text.stored(range.getKey()));
            query.setParameter(parameter++, range.getValue().after().value());
            query.setParameter(parameter++, range.getValue().upTo().value());
            query.setParameter(parameter++, range.getValue().limit());
        }
        var rows = new ArrayList<EventRow>();
        for (var row : query.getResultList()) {
            rows.add((EventRow) row);
        }
        return rows;
    }

    @Override
    public List<StoredEvent> backwards(RoomId room, GraphPosition before, int limit) {
        return walk(
                """
                select e from EventRow e where e.roomId = :room and e.standing = 0 and e.depth <= :depth
                and (e.depth < :depth or e.streamPosition < :position)
                order by e.depth desc, e.streamPosition desc""",
                room,
                before,
                limit);
    }

    @Override
    public List<StoredEvent> forwards(RoomId room, GraphPosition from, int limit) {
        return walk(
                """
                select e from EventRow e where e.roomId = :room and e.standing = 0 and e.depth >= :depth
                and (e.depth > :depth or e.streamPosition >= :position)
                order by e.depth, e.streamPosition""",
                room,
                from,
                limit);
    }

    /** The condition on the depth alone is what lets the database begin in the middle of the index. */
    private List<StoredEvent> walk(String query, RoomId room, GraphPosition start, int limit) {
        return database.read(entities -> entities.createQuery(query, EventRow.class)
                .setParameter("room", Text.stored(room))
                .setParameter("depth", start.depth())
                .setParameter("position", start.position().value())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(EventRow::toStoredEvent)
                .toList());
    }

    @Override
    public Optional<GraphPosition> graphPositionAfter(RoomId room, StreamPosition position) {
        return database.read(entities -> entities.createQuery(
                        """
                        select e.depth, e.streamPosition from EventRow e
                        where e.roomId = :room and e.standing = 0 and e.streamPosition <= :position
                        order by e.depth desc, e.streamPosition desc""",
                        Object[].class)
                .setParameter("room", Text.stored(room))
                .setParameter("position", position.value())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(last -> new GraphPosition((long) last[0], new StreamPosition((long) last[1] + 1))));
    }

    @Override
    public Map<EventId, ClientTransaction> transactions(UserId user, DeviceId device, Set<EventId> events) {
        return database.read(entities -> {
            var found = new HashMap<EventId, ClientTransaction>();
            Chunks.eachStored(events, chunk -> {
                var rows = entities.createQuery(
                                """
                                select t from ClientTransactionRow t
                                where t.eventId in :events and t.userId = :user and t.deviceId = :device""",
                                ClientTransactionRow.class)
                        .setParameter("events", chunk)
                        .setParameter("user", Text.stored(user))
                        .setParameter("device", Text.stored(device))
                        .getResultList();
                for (var row : rows) {
                    found.put(new EventId(Text.read(row.eventId)), row.toTransaction());
                }
            });
            return found;
        });
    }
}
