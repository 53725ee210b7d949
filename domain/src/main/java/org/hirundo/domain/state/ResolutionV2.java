package org.hirundo.domain.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;

/**
 * State resolution of room versions from 2 on.
 *
 * <p>Events that were rejected on receipt take part like others: servers may differ on them, and the states that they
 * resolve must not differ for that.
 *
 * @param startsEmpty whether the first events are checked from an empty state, rather than the unconflicted one
 * @param withSubgraph whether the conflicted state subgraph takes part
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v2/#state-resolution">Version 2</a>
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v12/#state-resolution">Version 2.1</a>
 */
record ResolutionV2(boolean startsEmpty, boolean withSubgraph) implements StateResolution {

    static final ResolutionV2 V2_0 = new ResolutionV2(false, false);

    static final ResolutionV2 V2_1 = new ResolutionV2(true, true);

    @Override
    public StateMap resolve(List<StateMap> states, EventSource source) {
        var split = ConflictedState.split(states);
        if (split.isEmpty()) {
            return split.unconflicted();
        }
        var known = new KnownEvents(source, states);
        var graph = new AuthGraph(source.authChains(split.events()));
        var full = fullConflictedSet(split, graph, source, known);

        var checks = new IterativeAuthChecks(known);
        var power = powerEventsWithAuthChains(full, graph);
        var initial = startsEmpty ? StateMap.EMPTY : split.unconflicted();
        var partial = checks.apply(initial, new ReverseTopologicalPowerOrder(graph, known).sort(power));

        var remaining = new LinkedHashSet<>(full);
        remaining.removeAll(power);
        var powerLevels = partial.get(EventType.POWER_LEVELS).flatMap(known::event);
        var resolved = checks.apply(partial, new MainlineOrder(powerLevels, known).sort(remaining));
        return withChanges(split.unconflicted(), initial.diff(resolved));
    }

    /**
     * The <i>full conflicted set</i>, as far as the source has its events. Rejected events may have cited anything, so what
     * is no state event is left out.
     *
     * @throws MissingEvents if an event of the states is missing
     */
    private Set<Event> fullConflictedSet(
            ConflictedState split, AuthGraph graph, EventSource source, KnownEvents known) {
        var conflicted = split.events();
        var ids = new LinkedHashSet<>(conflicted);
        ids.addAll(AuthDifference.of(split, graph, source));
        if (withSubgraph) {
            ids.addAll(ConflictedSubgraph.of(split, graph));
        }
        known.load(ids);
        known.require(conflicted);
        return known.events(ids).stream().filter(Event::isState).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The set <i>X</i> of step 1: the power events of the full conflicted set, and all of it in their auth chains. */
    private static Set<Event> powerEventsWithAuthChains(Collection<Event> full, AuthGraph graph) {
        var power = new ArrayList<EventId>();
        for (var event : full) {
            if (PowerEvents.isPowerEvent(event)) {
                power.add(event.id());
            }
        }
        var chains = graph.withAuthChains(power);
        var selected = new HashSet<Event>();
        for (var event : full) {
            if (chains.contains(event.id())) {
                selected.add(event);
            }
        }
        return selected;
    }

    /**
     * Step 5: what came about, with the unconflicted state over it. The few changes are put into that state, not the other
     * way round, so that the result shares its structure.
     */
    private static StateMap withChanges(StateMap unconflicted, StateDelta changes) {
        var result = unconflicted;
        for (var entry : changes.set().entrySet()) {
            if (!unconflicted.has(entry.getKey())) {
                result = result.with(entry.getKey(), entry.getValue());
            }
        }
        return result;
    }
}
