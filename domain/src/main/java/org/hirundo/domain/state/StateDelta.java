package org.hirundo.domain.state;

import java.util.Map;
import java.util.Set;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.StateTuple;

/**
 * What leads from one state to another. Nothing is both set and removed.
 *
 * @param set the tuples that are new or have another event
 * @param removed the tuples that are gone; only resolution takes something away, a single event never does
 */
public record StateDelta(Map<StateTuple, EventId> set, Set<StateTuple> removed) {

    /** The delta that changes nothing. */
    public static final StateDelta NONE = new StateDelta(Map.of(), Set.of());

    public StateDelta {
        set = Map.copyOf(set);
        removed = Set.copyOf(removed);
        for (var tuple : removed) {
            if (set.containsKey(tuple)) {
                throw new IllegalArgumentException("Both set and removed: " + tuple);
            }
        }
    }

    /** The delta of one state event. */
    public static StateDelta setting(StateTuple tuple, EventId event) {
        return new StateDelta(Map.of(tuple, event), Set.of());
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return set.isEmpty() && removed.isEmpty();
    }

    /** How many tuples change. */
    public int size() {
        return set.size() + removed.size();
    }
}
