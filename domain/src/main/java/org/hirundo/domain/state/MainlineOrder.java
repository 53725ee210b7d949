package org.hirundo.domain.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;

/**
 * The <i>mainline ordering</i> based on a power levels event: an event comes before another if the power levels it goes
 * back to are earlier on the mainline, then if it is older, then if its id is less.
 */
final class MainlineOrder {

    /** The mainline position of an event that goes back to nothing on the mainline: greater than any other. */
    private static final int NOWHERE = Integer.MAX_VALUE;

    private record Placed(Event event, int position) {}

    private static final Comparator<Placed> SMALLEST_FIRST = Comparator.comparingInt(Placed::position)
            .reversed()
            .thenComparingLong(placed -> placed.event().originServerTs())
            .thenComparing(placed -> placed.event().id().value());

    private final KnownEvents known;

    /** Positions by power levels event: those of the mainline, and as they become known those that lead to it. */
    private final Map<EventId, Integer> positions = new HashMap<>();

    /**
     * The ordering based on a power levels event.
     *
     * @param powerLevels empty where a state has none: then all events go back to nothing
     */
    MainlineOrder(Optional<Event> powerLevels, KnownEvents known) {
        this.known = known;
        var next = powerLevels;
        while (next.isPresent() && positions.putIfAbsent(next.get().id(), positions.size()) == null) {
            known.load(next.get().authEvents());
            next = known.powerLevelsOf(next.get());
        }
    }

    /** The events from the smallest to the largest. */
    List<Event> sort(Collection<Event> events) {
        loadWayToMainline(events);
        return events.stream()
                .map(event -> new Placed(event, positionOf(event)))
                .sorted(SMALLEST_FIRST)
                .map(Placed::event)
                .toList();
    }

    /** Walks back from power levels to power levels, from all events at once, so that a step is one load. */
    private void loadWayToMainline(Collection<Event> events) {
        var walked = new HashSet<EventId>();
        Collection<Event> front = events;
        while (!front.isEmpty()) {
            known.load(
                    front.stream().flatMap(event -> event.authEvents().stream()).toList());
            var next = new LinkedHashSet<Event>();
            for (var event : front) {
                known.powerLevelsOf(event)
                        .filter(levels -> !positions.containsKey(levels.id()) && walked.add(levels.id()))
                        .ifPresent(next::add);
            }
            front = next;
        }
    }

    private int positionOf(Event event) {
        Set<EventId> way = new LinkedHashSet<>();
        var levels = known.powerLevelsOf(event);
        while (levels.isPresent()
                && !positions.containsKey(levels.get().id())
                && way.add(levels.get().id())) {
            levels = known.powerLevelsOf(levels.get());
        }
        int position = levels.map(found -> Objects.requireNonNullElse(positions.get(found.id()), NOWHERE))
                .orElse(NOWHERE);
        way.forEach(passed -> positions.put(passed, position));
        return position;
    }
}
