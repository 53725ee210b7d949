package org.hirundo.domain.state;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.StateTuple;

/**
 * Several states split into what they agree on and what they do not: the <i>unconflicted state map</i> and the
 * <i>conflicted state set</i>. A tuple that one of the states lacks is conflicted.
 *
 * @param unconflicted the entries that all states have
 * @param tuples the tuples that they disagree on
 * @param byState for each state its events for these tuples, in the order of the states
 */
record ConflictedState(StateMap unconflicted, Set<StateTuple> tuples, List<Set<EventId>> byState) {

    /** Splits the states; costs as much as they differ. */
    static ConflictedState split(List<StateMap> states) {
        var first = states.getFirst();
        var tuples = new HashSet<StateTuple>();
        for (var state : states) {
            var difference = first.diff(state);
            tuples.addAll(difference.set().keySet());
            tuples.addAll(difference.removed());
        }
        var byState = states.stream().map(state -> events(state, tuples)).toList();
        return new ConflictedState(first.without(tuples), tuples, byState);
    }

    private static Set<EventId> events(StateMap state, Set<StateTuple> tuples) {
        var events = new LinkedHashSet<EventId>();
        tuples.forEach(tuple -> state.get(tuple).ifPresent(events::add));
        return events;
    }

    /** Whether the states are the same. */
    boolean isEmpty() {
        return tuples.isEmpty();
    }

    /** The conflicted state set. */
    Set<EventId> events() {
        var events = new LinkedHashSet<EventId>();
        byState.forEach(events::addAll);
        return events;
    }
}
