package org.hirundo.domain.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.auth.AuthState;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;

/**
 * State resolution of room version 1: in passes, first what the authorisation rules look at, then all else.
 *
 * <p>Where the specification is silent, servers of these rooms agree: the conflicts of one pass do not see each other's
 * outcome, so their order does not matter; and if none of the events of a conflict is allowed, the last one asked stays.
 *
 * @see <a href="https://spec.matrix.org/v1.19/rooms/v1/#state-resolution">Version 1</a>
 */
record ResolutionV1() implements StateResolution {

    private static final List<EventType> AUTH_PASSES =
            List.of(EventType.POWER_LEVELS, EventType.JOIN_RULES, EventType.MEMBER);

    /** Picks one of the events in conflict, given the state so far. */
    private interface Choice {

        Event among(List<Event> events, StateMap state);
    }

    @Override
    public StateMap resolve(List<StateMap> states, EventSource source) {
        var conflicts = Conflicts.of(states);
        if (conflicts.conflicting().isEmpty()) {
            return conflicts.agreed();
        }
        var known = new KnownEvents(source, states);
        load(conflicts, known);
        var checks = new Checks(known);
        var open = new HashMap<>(conflicts.conflicting());
        var state = conflicts.agreed();
        for (var type : AUTH_PASSES) {
            var ofType = new HashMap<StateTuple, Set<EventId>>();
            open.forEach((tuple, events) -> {
                if (tuple.type().equals(type)) {
                    ofType.put(tuple, events);
                }
            });
            open.keySet().removeAll(ofType.keySet());
            state = pass(state, ofType, known, checks::lastBeforeDenied);
        }
        return pass(state, open, known, checks::latestAllowed);
    }

    private static void load(Conflicts conflicts, KnownEvents known) {
        known.require(conflicts.events());
        var needed = new ArrayList<EventId>();
        for (var event : known.events(conflicts.events())) {
            for (var tuple : event.roomVersion().auth().authTypesFor(event)) {
                conflicts.agreed().get(tuple).ifPresent(needed::add);
            }
        }
        known.load(needed);
    }

    private static StateMap pass(
            StateMap state, Map<StateTuple, Set<EventId>> conflicts, KnownEvents known, Choice choice) {
        var chosen = new HashMap<StateTuple, EventId>();
        conflicts.forEach((tuple, events) -> chosen.put(
                tuple,
                choice.among(DepthOrder.sort(known.events(events)), state).id()));
        return state.withAll(chosen);
    }

    /** Asks the authorisation rules. */
    private record Checks(KnownEvents known) {

        /** The first event stands; each that is allowed after it takes its place, until one is not. */
        Event lastBeforeDenied(List<Event> events, StateMap state) {
            var standing = events.getFirst();
            for (var event : events.subList(1, events.size())) {
                if (!isAllowed(event, state.with(standing.stateTuple().orElseThrow(), standing.id()))) {
                    break;
                }
                standing = event;
            }
            return standing;
        }

        /** The allowed event with the highest depth and the lowest hash; if none is allowed, the first of all. */
        Event latestAllowed(List<Event> events, StateMap state) {
            return events.reversed().stream()
                    .filter(event -> isAllowed(event, state))
                    .findFirst()
                    .orElseGet(events::getFirst);
        }

        private boolean isAllowed(Event event, StateMap state) {
            AuthState loaded = tuple -> state.get(tuple).flatMap(known::event);
            return event.roomVersion().auth().check(event, loaded).isAllowed();
        }
    }
}
