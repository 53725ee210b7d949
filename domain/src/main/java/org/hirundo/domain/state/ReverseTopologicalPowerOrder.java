package org.hirundo.domain.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;

/**
 * The <i>reverse topological power ordering</i>: an event comes after those it is authorised by; where that leaves a
 * choice, the one whose sender has the greater power level comes first, then the older, then the one with the lesser id.
 */
final class ReverseTopologicalPowerOrder {

    private record Ranked(Event event, long senderLevel) {}

    private static final Comparator<Ranked> SMALLEST_FIRST = Comparator.comparingLong(Ranked::senderLevel)
            .reversed()
            .thenComparingLong(ranked -> ranked.event().originServerTs())
            .thenComparing(ranked -> ranked.event().id().value());

    private final AuthGraph graph;
    private final KnownEvents known;

    ReverseTopologicalPowerOrder(AuthGraph graph, KnownEvents known) {
        this.graph = graph;
        this.known = known;
    }

    /**
     * The events from the earliest to the latest, by Kahn's algorithm. Events that are in each other's auth chain have no
     * order and are left out.
     */
    List<Event> sort(Collection<Event> events) {
        var pending = new HashMap<EventId, Event>();
        var auth = new ArrayList<EventId>();
        for (var event : events) {
            pending.put(event.id(), event);
            auth.addAll(event.authEvents());
        }
        known.load(auth);
        var authorisedBy = authorisedBy(pending.keySet());
        var authorises = inverted(authorisedBy);
        var candidates = new PriorityQueue<>(SMALLEST_FIRST);
        authorisedBy.forEach((id, before) -> {
            if (before.isEmpty()) {
                candidates.add(ranked(pending, id));
            }
        });
        var sorted = new ArrayList<Event>(pending.size());
        while (!candidates.isEmpty()) {
            var next = candidates.remove().event();
            sorted.add(next);
            for (var after : authorises.getOrDefault(next.id(), Set.of())) {
                var before = authorisedBy.getOrDefault(after, Set.of());
                before.remove(next.id());
                if (before.isEmpty()) {
                    candidates.add(ranked(pending, after));
                }
            }
        }
        return sorted;
    }

    private Ranked ranked(Map<EventId, Event> events, EventId id) {
        var event = Objects.requireNonNull(events.get(id));
        return new Ranked(event, known.senderLevel(event));
    }

    /**
     * For each of the events those of the others that must come before it: the first on each path of its auth chain. A
     * path may lead through events that are not to be sorted.
     */
    private Map<EventId, Set<EventId>> authorisedBy(Set<EventId> events) {
        var leading = graph.leadingTo(events);
        var authorisedBy = new HashMap<EventId, Set<EventId>>();
        for (var event : events) {
            var before = new HashSet<EventId>();
            var passed = new HashSet<EventId>();
            var open = new ArrayDeque<>(graph.authEvents(event));
            while (!open.isEmpty()) {
                var id = open.remove();
                if (events.contains(id)) {
                    before.add(id);
                } else if (leading.contains(id) && passed.add(id)) {
                    open.addAll(graph.authEvents(id));
                }
            }
            authorisedBy.put(event, before);
        }
        return authorisedBy;
    }

    private static Map<EventId, Set<EventId>> inverted(Map<EventId, Set<EventId>> authorisedBy) {
        var authorises = new HashMap<EventId, Set<EventId>>();
        authorisedBy.forEach((event, before) -> before.forEach(
                id -> authorises.computeIfAbsent(id, none -> new HashSet<>()).add(event)));
        return authorises;
    }
}
