package org.hirundo.application.cache;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.domain.state.SnapshotChain;
import org.hirundo.domain.state.StateMap;

/**
 * The states that snapshots stand for. Snapshots never change, so a state once made is kept as long as there is memory for
 * it; new ones come in from the stream and share their structure with the one before.
 */
public final class States implements StreamListener {

    private final RoomStore rooms;
    private final ByteBoundedCache<EventId, Known> known;

    /**
     * A known state.
     *
     * @param bytes what it takes beyond what it shares
     */
    private record Known(StateMap state, long bytes) {}

    /** Reads from the store what it does not know. */
    public States(RoomStore rooms, MemoryBudget budget) {
        this.rooms = rooms;
        known = new ByteBoundedCache<>(budget, (id, state) -> 200 + state.bytes());
    }

    /** The states of the snapshots of these names; unknown names are absent. */
    public Map<EventId, StateMap> of(Set<EventId> names) {
        var found = HashMap.<EventId, StateMap>newHashMap(names.size());
        var missing = new HashSet<EventId>();
        for (var name : names) {
            known.get(name).ifPresentOrElse(state -> found.put(name, state.state()), () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            rooms.snapshots(missing).forEach((name, snapshots) -> {
                var state = SnapshotChain.of(snapshots).state();
                known.put(name, new Known(state, 100L * state.size()));
                found.put(name, state);
            });
        }
        return found;
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof RoomCommit commit) {
                commit.snapshots().forEach(this::derive);
            }
        }
    }

    /** A state is made from its base where that is known: most have the one just before, or one not far back. */
    private void derive(Snapshot snapshot) {
        var base = snapshot.base().isEmpty()
                ? StateMap.EMPTY
                : known.get(snapshot.base().get()).map(Known::state).orElse(null);
        if (base != null) {
            // A change of a trie copies a path of about a kilobyte.
            known.put(
                    snapshot.id(),
                    new Known(
                            base.apply(snapshot.delta()),
                            1000L * snapshot.delta().size()));
        }
    }
}
