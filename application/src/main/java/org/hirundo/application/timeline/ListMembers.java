package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.state.StateMap;

/**
 * Lists the membership events of a room, as they are or as they were at some point.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidmembers">GET …/members</a>
 */
@Singleton
public final class ListMembers {

    private final Standpoints standpoints;
    private final RoomStore rooms;
    private final EventStore events;
    private final States states;
    private final ClientEvents clientEvents;

    @Inject
    public ListMembers(
            Standpoints standpoints, RoomStore rooms, EventStore events, States states, ClientEvents clientEvents) {
        this.standpoints = standpoints;
        this.rooms = rooms;
        this.events = events;
        this.states = states;
        this.clientEvents = clientEvents;
    }

    /**
     * What is wanted.
     *
     * @param at a token for the point in time; empty for now, or for when the requester left
     * @param membership the wanted membership
     * @param notMembership the unwanted membership; with both, what satisfies either is wanted
     */
    public record Wanted(
            Requester requester,
            RoomId room,
            Optional<String> at,
            Optional<Membership> membership,
            Optional<Membership> notMembership) {

        boolean includes(Membership is) {
            if (membership.isEmpty() && notMembership.isEmpty()) {
                return true;
            }
            return membership.filter(wanted -> wanted == is).isPresent()
                    || notMembership.filter(unwanted -> unwanted != is).isPresent();
        }
    }

    /**
     * The membership events.
     *
     * @throws org.hirundo.domain.error.Forbidden when the requester may not look at the room
     * @throws org.hirundo.domain.error.InvalidParam when the token is none of ours
     */
    public List<ClientEvent> list(Wanted wanted) {
        var standpoint = standpoints.of(wanted.requester().user(), wanted.room());
        var state = wanted.at()
                .map(token -> stateAt(wanted.room(), token, standpoint))
                .orElseGet(standpoint::state);
        var ids = Set.copyOf(state.ofType(EventType.MEMBER).values());
        return clientEvents.ofState(events.events(ids).values().stream()
                .filter(event ->
                        Membership.of(event.event()).filter(wanted::includes).isPresent())
                .sorted(Comparator.comparing(StoredEvent::position))
                .toList());
    }

    /** The state at the token's place; for who left before that, the state as it was then. */
    private StateMap stateAt(RoomId room, String token, Standpoint standpoint) {
        var stream = RoomTokens.stream(token);
        if (standpoint instanceof Standpoint.FormerMember(StoredEvent left, StateMap then)) {
            boolean later = stream.map(position -> position.isAfter(left.position()))
                    .orElseGet(() -> GraphToken.parse(token).position().compareTo(left.graphPosition()) > 0);
            if (later) {
                return then;
            }
        }
        return stream.map(position -> stateAt(room, position))
                .orElseGet(() -> stateAt(room, GraphToken.parse(token).position()));
    }

    private StateMap stateAt(RoomId room, StreamPosition position) {
        return state(Optional.ofNullable(rooms.statesAt(Map.of(room, position)).get(room)));
    }

    /**
     * The state after the last event before the place. A timeline that holds the whole room begins before the create event,
     * where there is neither state nor anybody to ask; the members from which such a timeline sets out are those of the room
     * as it began: with its creator in it.
     */
    private StateMap stateAt(RoomId room, GraphPosition position) {
        var before = events.backwards(room, position, 1).stream()
                .filter(event -> !event.event().isType(EventType.CREATE))
                .findFirst();
        return state(before.or(() -> firstEntry(room)).map(StoredEvent::stateAfter));
    }

    /** The event by which the creator entered, which comes right after the create event. */
    private Optional<StoredEvent> firstEntry(RoomId room) {
        return events.forwards(room, GraphPosition.BEGINNING, 2).stream().reduce((_, last) -> last);
    }

    private StateMap state(Optional<EventId> name) {
        return name.map(known -> states.of(Set.of(known)).get(known)).orElse(StateMap.EMPTY);
    }
}
