package org.hirundo.application.room;

import java.util.Optional;
import org.hirundo.application.port.stream.RoomCommit.MembershipChange;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/** What membership events do to the list of members. */
final class MemberEvents {

    private MemberEvents() {}

    /** The change that the event makes; empty for other events, and for one that is about no user. */
    static Optional<MembershipChange> change(Event event) {
        return event.stateTuple()
                .filter(tuple -> tuple.type().equals(EventType.MEMBER))
                .flatMap(tuple -> UserId.find(tuple.stateKey()))
                .flatMap(user ->
                        Membership.of(event).map(membership -> new MembershipChange(user, membership, event.id())));
    }
}
