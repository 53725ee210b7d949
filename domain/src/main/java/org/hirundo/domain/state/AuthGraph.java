package org.hirundo.domain.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.domain.id.EventId;

/**
 * The graph that {@code auth_events} form, from some events back to the start of the room.
 *
 * <p>Walks are loops with a set of what was seen: chains are longer than a stack is deep, and in room versions 1 and 2,
 * where ids are not hashes, a server can make events that cite each other.
 */
final class AuthGraph {

    private final Map<EventId, List<EventId>> authEvents;

    /** The graph of these edges, from an event to those it cites. */
    AuthGraph(Map<EventId, List<EventId>> authEvents) {
        this.authEvents = authEvents;
    }

    /** What the event cites. */
    List<EventId> authEvents(EventId event) {
        return authEvents.getOrDefault(event, List.of());
    }

    /** These events and their auth chains. */
    Set<EventId> withAuthChains(Collection<EventId> events) {
        return reachable(events, this::authEvents);
    }

    /** These events and all in whose auth chains one of them is. */
    Set<EventId> leadingTo(Collection<EventId> events) {
        var citing = new HashMap<EventId, List<EventId>>();
        authEvents.forEach((event, cited) -> cited.forEach(
                id -> citing.computeIfAbsent(id, none -> new ArrayList<>()).add(event)));
        return reachable(events, id -> citing.getOrDefault(id, List.of()));
    }

    private static Set<EventId> reachable(
            Collection<EventId> start, Function<EventId, ? extends Collection<EventId>> next) {
        var seen = new LinkedHashSet<>(start);
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (var id : next.apply(open.remove())) {
                if (seen.add(id)) {
                    open.add(id);
                }
            }
        }
        return seen;
    }
}
