package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.HistoryVisibility;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.state.StateMap;

/** How things stood for a user at events: what the visibility of the room's history was, and what their membership. */
@Singleton
final class Situations {

    private static final StateTuple HISTORY_VISIBILITY = new StateTuple(EventType.HISTORY_VISIBILITY, "");

    private final EventStore events;
    private final States states;

    @Inject
    Situations(EventStore events, States states) {
        this.events = events;
        this.states = states;
    }

    /**
     * How things stood just before and just after an event; where the event did not change them, both are the same.
     *
     * @param membership the user's membership, {@link Membership#LEAVE} when there was none
     */
    record Situation(
            HistoryVisibility visibilityBefore,
            HistoryVisibility visibility,
            Membership membershipBefore,
            Membership membership) {}

    /** The situations at the events, by their ids; events whose state is not known are absent. */
    Map<EventId, Situation> of(UserId user, Collection<StoredEvent> at) {
        var member = new StateTuple(EventType.MEMBER, user.toString());
        var names = new HashSet<EventId>();
        at.forEach(event -> names.add(event.stateAfter()));
        var known = states.of(names);
        var wanted = new HashSet<EventId>();
        for (var state : known.values()) {
            state.get(HISTORY_VISIBILITY).ifPresent(wanted::add);
            state.get(member).ifPresent(wanted::add);
        }
        for (var event : at) {
            if (changes(event, HISTORY_VISIBILITY) || changes(event, member)) {
                event.replacesState().ifPresent(wanted::add);
            }
        }
        var found = events.events(wanted);
        var situations = HashMap.<EventId, Situation>newHashMap(at.size());
        for (var event : at) {
            var state = known.get(event.stateAfter());
            if (state != null) {
                situations.put(event.id(), situation(event, state, member, found));
            }
        }
        return situations;
    }

    private static boolean changes(StoredEvent event, StateTuple tuple) {
        return event.event().stateTuple().equals(Optional.of(tuple));
    }

    private static Situation situation(
            StoredEvent event, StateMap state, StateTuple member, Map<EventId, StoredEvent> found) {
        var visibility = visibility(state.get(HISTORY_VISIBILITY), found);
        var membership = membership(state.get(member), found);
        return new Situation(
                changes(event, HISTORY_VISIBILITY) ? visibility(event.replacesState(), found) : visibility,
                visibility,
                changes(event, member) ? membership(event.replacesState(), found) : membership,
                membership);
    }

    private static HistoryVisibility visibility(Optional<EventId> id, Map<EventId, StoredEvent> found) {
        return HistoryVisibility.of(id.map(found::get).map(StoredEvent::event));
    }

    private static Membership membership(Optional<EventId> id, Map<EventId, StoredEvent> found) {
        return id.map(found::get)
                .map(StoredEvent::event)
                .flatMap(Membership::of)
                .orElse(Membership.LEAVE);
    }
}
