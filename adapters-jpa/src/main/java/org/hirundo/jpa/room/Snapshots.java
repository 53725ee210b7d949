package org.hirundo.jpa.room;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.port.room.RoomHead;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;

/** Reads snapshots with their bases. */
final class Snapshots {

    private static final String HEAD = """
            with recursive chain (id, base) as (
                select s.id, s.base from state_snapshot s join room r on r.current_state = s.id where r.id = ?1
                union
                select s.id, s.base from state_snapshot s join chain c on c.base = s.id)
            select r.id, r.room_version, r.revision, r.forward_extremities, r.current_state, r.last_position,
                s.id as snapshot_id, s.ordinal as snapshot_ordinal, s.base as snapshot_base, s.delta as snapshot_delta
            from room r join chain c on 1 = 1 join state_snapshot s on s.id = c.id where r.id = ?1
            """;

    private Snapshots() {}

    /** The snapshots of these names, each with its bases, latest first; one query for any number. */
    static Map<EventId, List<Snapshot>> read(EntityManager manager, Collection<EventId> names) {
        var known = new HashMap<EventId, Snapshot>();
        for (var row : Batches.ask(Ids.of(names), some -> chains(manager, some))) {
            var snapshot = row.snapshot();
            known.put(snapshot.id(), snapshot);
        }
        var found = new LinkedHashMap<EventId, List<Snapshot>>();
        for (var name : names) {
            if (known.containsKey(name)) {
                found.put(name, chain(known, name));
            }
        }
        return found;
    }

    /** The growing end of a room with its state: one query, unless the room is unknown or has no state. */
    static Optional<RoomHead> head(EntityManager manager, RoomId room) {
        var found = Queries.mapped(manager, HEAD, RoomRow.WITH_SNAPSHOTS, List.of(room.toString()));
        if (found.isEmpty()) {
            return Optional.ofNullable(manager.find(RoomRow.class, room.toString()))
                    .map(row -> row.head(List.of()));
        }
        var known = new HashMap<EventId, Snapshot>();
        for (var row : found) {
            var snapshot = ((SnapshotRow) row[1]).snapshot();
            known.put(snapshot.id(), snapshot);
        }
        var head = (RoomRow) found.getFirst()[0];
        return Optional.of(head.head(chain(known, head.currentState().orElseThrow())));
    }

    private static List<SnapshotRow> chains(EntityManager manager, List<String> names) {
        var sql = """
                with recursive asked (id) as (%s),
                chain (id, base) as (
                    select s.id, s.base from state_snapshot s join asked a on a.id = s.id
                    union
                    select s.id, s.base from state_snapshot s join chain c on c.base = s.id)
                select s.* from chain c join state_snapshot s on s.id = c.id
                """.formatted(Queries.values(names.size(), 1));
        return Queries.rows(manager, sql, SnapshotRow.class, names);
    }

    private static List<Snapshot> chain(Map<EventId, Snapshot> known, EventId name) {
        var chain = new ArrayList<Snapshot>();
        for (var next = known.get(name);
                next != null;
                next = next.base().map(known::get).orElse(null)) {
            chain.add(next);
        }
        return chain;
    }
}
