package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.state.StateMap;

/** Finds out from where users look at rooms, and refuses those who may not look at all. */
@Singleton
final class Standpoints {

    private final RoomHeads heads;
    private final MembershipStore memberships;
    private final Departures departures;
    private final States states;

    @Inject
    Standpoints(RoomHeads heads, MembershipStore memberships, Departures departures, States states) {
        this.heads = heads;
        this.memberships = memberships;
        this.departures = departures;
        this.states = states;
    }

    /**
     * From where the user looks at the room.
     *
     * @throws Forbidden when the user neither is nor was in the room, or has forgotten it, and not everybody may read it;
     *     also when there is no such room, so that nobody learns which rooms there are
     */
    Standpoint of(UserId user, RoomId room) {
        var membership = Optional.ofNullable(memberships.roomsOf(user).get(room));
        if (membership.filter(this::isJoined).isPresent()) {
            return new Standpoint.Member(heads.get(room));
        }
        return membership
                .filter(known -> !known.forgotten())
                .flatMap(departures::of)
                .<Standpoint>map(departure -> {
                    var name = departure.left().stateAfter();
                    var state = states.of(Set.of(name)).getOrDefault(name, StateMap.EMPTY);
                    return new Standpoint.FormerMember(departure.left(), state);
                })
                .or(() -> onlooker(room))
                .orElseThrow(() -> new Forbidden("You are not a member of the room."));
    }

    private boolean isJoined(RoomMembership membership) {
        return membership.membership() == Membership.JOIN;
    }

    private Optional<Standpoint> onlooker(RoomId room) {
        return heads.find(room).filter(live -> live.summary().worldReadable()).map(Standpoint.Onlooker::new);
    }
}
