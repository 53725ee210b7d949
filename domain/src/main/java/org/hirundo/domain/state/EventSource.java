package org.hirundo.domain.state;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.auth.JudgedEvent;
import org.hirundo.domain.id.EventId;

/**
 * Where state resolution gets events from. Every method answers for any number of events at once; production passes the
 * store, tests pass a map.
 */
public interface EventSource {

    /** The events of these ids, whatever their standing; unknown ids are absent. */
    Map<EventId, JudgedEvent> events(Set<EventId> ids);

    /**
     * The auth chains of these events as one graph: for each of the events and for each event of their auth chains, its
     * {@code auth_events}. Unknown events have no entry.
     */
    Map<EventId, List<EventId>> authChains(Set<EventId> events);

    /**
     * Those of the candidates that are events of the state, or belong to the auth chain of one.
     *
     * <p>The answer given here walks the auth chains of the whole state. A source that knows large rooms should know a
     * shorter way: few candidates are asked for, and in most cases an event of the state cites each of them directly.
     */
    default Set<EventId> inAuthChains(StateMap state, Set<EventId> candidates) {
        var chains = new HashSet<>(state.eventIds());
        authChains(state.eventIds()).values().forEach(chains::addAll);
        chains.retainAll(candidates);
        return chains;
    }
}
