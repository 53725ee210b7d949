package org.hirundo.jpa.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;

/** Rooms: one row for the growing end of each, one for its public face, and one for each snapshot of its state. */
public final class JpaRoomStore implements RoomStore {

    private static final String CHANGED = "select r.id from RoomRow r where r.id in ?1 and r.lastPosition > ?2";
    private static final String SUMMARIES = "select s from RoomSummaryRow s where s.room in ?1";

    private final Database database;

    /** On this database. */
    public JpaRoomStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RoomHead> head(RoomId room) {
        return database.read(manager -> Snapshots.head(manager, room));
    }

    @Override
    public Map<EventId, List<Snapshot>> snapshots(Set<EventId> names) {
        return database.read(manager -> Snapshots.read(manager, names));
    }

    @Override
    public Map<RoomId, EventId> statesAt(Map<RoomId, StreamPosition> positions) {
        var rows = database.read(manager -> Batches.ask(positions.entrySet(), 2, some -> {
            var sql = """
                            with asked (room, last_position) as (%s)
                            select a.room, coalesce(e.room_state, e.state_after) from asked a join event e
                            on e.room = a.room and e.stream_position = (
                                select max(f.stream_position) from event f
                                where f.room = a.room and f.stream_position <= a.last_position)
                            """.formatted(Queries.values(some.size(), 2));
            var parameters = new ArrayList<Object>();
            for (var asked : some) {
                parameters.add(asked.getKey().toString());
                parameters.add(asked.getValue().value());
            }
            return Queries.tuples(manager, sql, parameters);
        }));
        var found = new HashMap<RoomId, EventId>();
        for (var row : rows) {
            found.put(new RoomId(row[0].toString()), new EventId(row[1].toString()));
        }
        return found;
    }

    @Override
    public Set<RoomId> changedSince(Collection<RoomId> rooms, StreamPosition position) {
        return database
                .read(manager -> Batches.ask(
                        Ids.of(rooms), some -> Queries.list(manager, CHANGED, String.class, some, position.value())))
                .stream()
                .map(RoomId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<RoomId, RoomSummary> summaries(Collection<RoomId> rooms) {
        return database
                .read(manager -> Batches.ask(
                        Ids.of(rooms), some -> Queries.list(manager, SUMMARIES, RoomSummaryRow.class, some)))
                .stream()
                .collect(Collectors.toMap(RoomSummaryRow::room, RoomSummaryRow::summary));
    }
}
