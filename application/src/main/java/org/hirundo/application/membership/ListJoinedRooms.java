package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;

/**
 * Lists the rooms a user is in.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3joined_rooms">GET /joined_rooms</a>
 */
@Singleton
public final class ListJoinedRooms {

    private final MembershipStore memberships;

    @Inject
    public ListJoinedRooms(MembershipStore memberships) {
        this.memberships = memberships;
    }

    /** The rooms, in the order of their ids. */
    public List<RoomId> list(Requester requester) {
        requester.refuseGuest();
        return memberships.roomsOf(requester.user()).values().stream()
                .filter(membership -> membership.membership() == Membership.JOIN)
                .map(RoomMembership::room)
                .sorted(Comparator.comparing(RoomId::value))
                .toList();
    }
}
