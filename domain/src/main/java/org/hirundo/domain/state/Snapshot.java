package org.hirundo.domain.state;

import java.util.Optional;
import org.hirundo.domain.id.EventId;

/**
 * A state of a room as it is stored: what changed since another snapshot, its base. Immutable once written.
 *
 * <p>Ordinals count the snapshots of a {@linkplain SnapshotChain chain} from 1; the base of ordinal <i>n</i> is the
 * snapshot of the same chain whose ordinal is <i>n</i> with its lowest set bit cleared. Where that leaves 0 there is no
 * base, and the delta is the whole state.
 *
 * @param id the event after which the room first had this state
 * @param ordinal the place in the chain, from 1
 * @param base the snapshot that {@code delta} starts from
 * @param delta everything that changed since the base
 */
public record Snapshot(EventId id, long ordinal, Optional<EventId> base, StateDelta delta) {

    public Snapshot {
        if (ordinal < 1) {
            throw new IllegalArgumentException("Ordinals start at 1: " + ordinal);
        }
        if (base.isPresent() == (baseOrdinal(ordinal) == 0)) {
            throw new IllegalArgumentException("Ordinal " + ordinal + " with base " + base);
        }
    }

    /** The ordinal of the base of this snapshot, 0 when there is none. */
    public long baseOrdinal() {
        return baseOrdinal(ordinal);
    }

    static long baseOrdinal(long ordinal) {
        return ordinal & (ordinal - 1);
    }
}
