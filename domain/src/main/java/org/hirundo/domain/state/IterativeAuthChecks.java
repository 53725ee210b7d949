package org.hirundo.domain.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.auth.AuthState;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.StateTuple;

/**
 * The <i>iterative auth checks</i>: applies state events one after the other, and leaves out those that the authorisation
 * rules do not allow in the state that those before them made.
 */
final class IterativeAuthChecks {

    private final KnownEvents known;

    IterativeAuthChecks(KnownEvents known) {
        this.known = known;
    }

    /** The state that the events make of an initial one. */
    StateMap apply(StateMap initial, List<Event> sorted) {
        load(initial, sorted);
        var state = initial;
        for (var event : sorted) {
            if (isAllowed(event, state)) {
                state = state.with(event.stateTuple().orElseThrow(), event.id());
            }
        }
        return state;
    }

    /** Whatever the rules may look at is of the initial state, cited by an event, or one of the events themselves. */
    private void load(StateMap initial, List<Event> events) {
        var needed = new ArrayList<EventId>();
        for (var event : events) {
            needed.addAll(event.authEvents());
            for (var tuple : event.roomVersion().auth().authTypesFor(event)) {
                initial.get(tuple).ifPresent(needed::add);
            }
        }
        known.load(needed);
    }

    private boolean isAllowed(Event event, StateMap state) {
        return event.roomVersion()
                .auth()
                .check(event, new StateBefore(event, state))
                .isAllowed();
    }

    /** The state so far; where it lacks something, what the event cites and was not rejected. */
    private final class StateBefore implements AuthState {

        private final StateMap state;
        private final Map<StateTuple, Event> cited = new HashMap<>();

        StateBefore(Event event, StateMap state) {
            this.state = state;
            for (var entry : known.authEvents(event)) {
                if (!entry.rejected()) {
                    entry.event().stateTuple().ifPresent(tuple -> cited.put(tuple, entry.event()));
                }
            }
        }

        @Override
        public Optional<Event> get(StateTuple tuple) {
            return state.get(tuple).flatMap(known::event).or(() -> Optional.ofNullable(cited.get(tuple)));
        }

        @Override
        public Optional<Event> create() {
            return Optional.of(known.create());
        }
    }
}
