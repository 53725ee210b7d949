package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.timeline.Situations.Situation;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.HistoryVisibility;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.state.StateMap;

/**
 * Which events users may see. It is judged at each event: by the visibility of the history that was in force, and by what the
 * user's membership was then.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-history-visibility">Room History Visibility</a>
 */
@Singleton
public final class Visibility {

    private final Situations situations;
    private final Departures departures;
    private final MembershipStore memberships;
    private final RoomStore rooms;
    private final States states;
    private final EventStore events;

    @Inject
    public Visibility(
            Situations situations,
            Departures departures,
            MembershipStore memberships,
            RoomStore rooms,
            States states,
            EventStore events) {
        this.situations = situations;
        this.departures = departures;
        this.memberships = memberships;
        this.rooms = rooms;
        this.states = states;
        this.events = events;
    }

    /**
     * Those of the events that the user may see, in their order; what became of their own membership they always may. They may be of many rooms; nothing is read one by one but how
     * the user left the rooms that they are not in any more.
     */
    public List<StoredEvent> filter(UserId user, List<StoredEvent> candidates) {
        if (candidates.isEmpty()) {
            return candidates;
        }
        var own = new StateTuple(EventType.MEMBER, user.toString());
        var at = situations.of(user, candidates);
        var stays = new HashMap<RoomId, Stay>();
        return candidates.stream()
                .filter(event -> event.standing() == Standing.ACCEPTED)
                .filter(event -> {
                    if (event.event().stateTuple().filter(own::equals).isPresent()) {
                        return true;
                    }
                    var situation = at.get(event.id());
                    var stay = stays.computeIfAbsent(event.event().roomId(), room -> stay(room, user));
                    return situation != null && isVisible(event, situation, stay);
                })
                .toList();
    }

    /** How long a user was in a room, as far as is known today. */
    private sealed interface Stay {

        /** The user is in the room. */
        record Lasting() implements Stay {}

        /** The user joined for the last time then. */
        record Ended(StreamPosition lastJoin) implements Stay {}

        /** The user never was in the room. */
        record Never() implements Stay {}

        /** The user does not want to know of it, and so does not get to know. */
        record Forgotten() implements Stay {}
    }

    private Stay stay(RoomId room, UserId user) {
        var membership = Optional.ofNullable(memberships.roomsOf(user).get(room));
        if (membership.filter(RoomMembership::forgotten).isPresent()) {
            return new Stay.Forgotten();
        }
        if (membership.filter(known -> known.membership() == Membership.JOIN).isPresent()) {
            return new Stay.Lasting();
        }
        return membership
                .flatMap(departures::of)
                .<Stay>map(departure -> new Stay.Ended(departure.joined().position()))
                .orElseGet(Stay.Never::new);
    }

    /**
     * Whether the event may be seen. For an event that changes the visibility or the user's membership, the situation before it
     * or the one after it must allow that; for any other they are the same.
     */
    private static boolean isVisible(StoredEvent event, Situation at, Stay stay) {
        return isVisible(event, at.visibility(), at.membership(), stay)
                || isVisible(event, at.visibilityBefore(), at.membershipBefore(), stay);
    }

    private static boolean isVisible(
            StoredEvent event, HistoryVisibility visibility, Membership membership, Stay stay) {
        if (visibility == HistoryVisibility.WORLD_READABLE) {
            return true;
        }
        if (stay instanceof Stay.Forgotten) {
            return false;
        }
        return membership == Membership.JOIN
                || (visibility == HistoryVisibility.SHARED && joinedAfter(event, stay))
                || (visibility == HistoryVisibility.INVITED && membership == Membership.INVITE);
    }

    private static boolean joinedAfter(StoredEvent event, Stay stay) {
        return switch (stay) {
            case Stay.Lasting() -> true;
            case Stay.Ended(StreamPosition lastJoin) -> lastJoin.isAfter(event.position());
            case Stay.Never(), Stay.Forgotten() -> false;
        };
    }

    /** The rooms of those of the memberships by which a user who was in the room was put or went out of it. */
    public Set<RoomId> endedStays(Collection<RoomMembership> left) {
        var found = events.events(left.stream().map(RoomMembership::event).collect(Collectors.toSet()));
        var replaced = events.events(found.values().stream()
                .flatMap(event -> event.replacesState().stream())
                .collect(Collectors.toSet()));
        return left.stream()
                .filter(membership -> Optional.ofNullable(found.get(membership.event()))
                        .flatMap(StoredEvent::replacesState)
                        .map(replaced::get)
                        .flatMap(event -> Membership.of(event.event()))
                        .filter(before -> before == Membership.JOIN)
                        .isPresent())
                .map(RoomMembership::room)
                .collect(Collectors.toSet());
    }

    /** Those of the rooms in which the user was not joined once everything up to the position was committed. */
    public Set<RoomId> notJoinedAt(UserId user, Map<RoomId, StreamPosition> positions) {
        var member = new StateTuple(EventType.MEMBER, user.toString());
        var names = rooms.statesAt(positions);
        var known = states.of(Set.copyOf(names.values()));
        var memberEvents = new HashMap<RoomId, EventId>();
        names.forEach((room, name) ->
                known.getOrDefault(name, StateMap.EMPTY).get(member).ifPresent(event -> memberEvents.put(room, event)));
        var found = events.events(Set.copyOf(memberEvents.values()));
        var notJoined = new HashSet<>(positions.keySet());
        memberEvents.forEach((room, id) -> Optional.ofNullable(found.get(id))
                .flatMap(event -> Membership.of(event.event()))
                .filter(membership -> membership == Membership.JOIN)
                .ifPresent(_ -> notJoined.remove(room)));
        return notJoined;
    }
}
