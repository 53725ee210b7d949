package org.hirundo.jpa.room;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.room.RoomSummary;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.jpa.common.Chunks;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;

/** Rooms in the tables {@code room}, {@code room_summary} and {@code state_snapshot}. */
public final class JpaRoomStore implements RoomStore {

    /** SQLite joins 500 selects at most. */
    private static final int ROOMS_PER_STATEMENT = 400;

    private static final String STATE_OF_ROOM = """
            select * from (select stream_position, room_id, state_after, room_state from event
            where room_id = ? and standing = 0 and stream_position <= ?
            order by stream_position desc limit 1) as newest""";

    private final Database database;

    /** Rooms of the database. */
    public JpaRoomStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RoomHead> head(RoomId room) {
        return database.read(entities -> Optional.ofNullable(entities.find(RoomRow.class, Text.stored(room)))
                .map(row -> row.toHead(currentState(entities, row))));
    }

    private static List<Snapshot> currentState(EntityManager entities, RoomRow row) {
        if (row.currentState == null) {
            return List.of();
        }
        var name = new EventId(Text.read(row.currentState));
        return chain(name, withBases(entities, List.of(row.currentState)));
    }

    @Override
    public Map<EventId, List<Snapshot>> snapshots(Set<EventId> names) {
        return database.read(entities -> {
            var known = new HashMap<EventId, Snapshot>();
            Chunks.eachStored(names, chunk -> known.putAll(withBases(entities, chunk)));
            var found = new HashMap<EventId, List<Snapshot>>();
            for (var name : names) {
                if (known.containsKey(name)) {
                    found.put(name, chain(name, known));
                }
            }
            return found;
        });
    }

    /** The snapshots of these names, their bases, the bases of those, and so on. */
    private static Map<EventId, Snapshot> withBases(EntityManager entities, List<String> names) {
        var marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        var query = entities.createNativeQuery(
                "with recursive link (id, base) as (select snapshot_id, base_id from state_snapshot where snapshot_id in ("
                        + marks
                        + ") union select s.snapshot_id, s.base_id from state_snapshot s join link on s.snapshot_id = link.base)"
                        + " select s.snapshot_id, s.ordinal, s.base_id, s.delta from link"
                        + " join state_snapshot s on s.snapshot_id = link.id",
                SnapshotRow.class);
        for (int i = 0; i < names.size(); i++) {
            query.setParameter(i + 1, names.get(i));
        }
        var found = new HashMap<EventId, Snapshot>();
        for (var row : query.getResultList()) {
            var snapshot = ((SnapshotRow) row).toSnapshot();
            found.put(snapshot.id(), snapshot);
        }
        return found;
    }

    private static List<Snapshot> chain(EventId name, Map<EventId, Snapshot> known) {
        var chain = new ArrayList<Snapshot>();
        for (var next = Optional.of(name); next.isPresent(); next = chain.getLast().base()) {
            var snapshot = known.get(next.get());
            if (snapshot == null) {
                throw new IllegalStateException("There is no snapshot " + next.get() + ", on which " + name + " is based");
            }
            chain.add(snapshot);
        }
        return chain;
    }

    @Override
    public Map<RoomId, EventId> statesAt(Map<RoomId, StreamPosition> positions) {
        return database.read(entities -> {
            var found = new HashMap<RoomId, EventId>();
            for (var chunk : Chunks.of(positions.entrySet(), ROOMS_PER_STATEMENT)) {
                var query = entities.createNativeQuery(
                        String.join(" union all ", Collections.nCopies(chunk.size(), STATE_OF_ROOM)), RoomStateRow.class);
                int parameter = 1;
                for (var room : chunk) {
                    query.setParameter(parameter++, Text.stored(room.getKey()));
                    query.setParameter(parameter++, room.getValue().value());
                }
                for (var row : query.getResultList()) {
                    var state = (RoomStateRow) row;
                    found.put(state.room(), state.state());
                }
            }
            return found;
        });
    }

    @Override
    public Set<RoomId> changedSince(Collection<RoomId> rooms, StreamPosition position) {
        return database.read(entities -> {
            var changed = new HashSet<RoomId>();
            Chunks.eachStored(rooms, chunk -> entities.createQuery(
                            "select r.roomId from RoomRow r where r.roomId in :rooms and r.lastPosition > :position",
                            String.class)
                    .setParameter("rooms", chunk)
                    .setParameter("position", position.value())
                    .getResultList()
                    .forEach(room -> changed.add(new RoomId(Text.read(room)))));
            return changed;
        });
    }

    @Override
    public Map<RoomId, RoomSummary> summaries(Collection<RoomId> rooms) {
        return database.read(entities -> {
            var found = new HashMap<RoomId, RoomSummary>();
            Chunks.eachStored(rooms, chunk -> entities.createQuery(
                            "select s from RoomSummaryRow s where s.roomId in :rooms", RoomSummaryRow.class)
                    .setParameter("rooms", chunk)
                    .getResultList()
                    .forEach(row -> found.put(row.room(), row.toSummary())));
            return found;
        });
    }
}
