package org.hirundo.domain.state;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.StateTuple;

/**
 * What room version 1 calls conflicts: tuples for which states have different events. A tuple that some of the states lack
 * is none.
 *
 * @param agreed the union of the states without conflicting events
 * @param conflicting the events of each conflict
 */
record Conflicts(StateMap agreed, Map<StateTuple, Set<EventId>> conflicting) {

    /** The conflicts between the states. */
    static Conflicts of(List<StateMap> states) {
        var split = ConflictedState.split(states);
        var agreed = split.unconflicted();
        var conflicting = new HashMap<StateTuple, Set<EventId>>();
        for (var tuple : split.tuples()) {
            var events = new HashSet<EventId>();
            states.forEach(state -> state.get(tuple).ifPresent(events::add));
            if (events.size() == 1) {
                agreed = agreed.with(tuple, events.iterator().next());
            } else {
                conflicting.put(tuple, events);
            }
        }
        return new Conflicts(agreed, conflicting);
    }

    /** The events of all conflicts. */
    Set<EventId> events() {
        var events = new HashSet<EventId>();
        conflicting.values().forEach(events::addAll);
        return events;
    }
}
