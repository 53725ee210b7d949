package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;

/**
 * Forgets a room that the user left: its history is hidden from them until they come in again.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidforget">POST …/forget</a>
 */
@Singleton
public final class ForgetRoom {

    private final MembershipStore memberships;

    @Inject
    public ForgetRoom(MembershipStore memberships) {
        this.memberships = memberships;
    }

    /**
     * Forgets the room; a room in which the user never was is forgotten as it is.
     *
     * @throws Unknown when the user has not left the room
     */
    public void forget(Requester requester, RoomId room) {
        requester.refuseGuest();
        memberships.find(room, requester.user()).ifPresent(membership -> {
            if (membership.membership() != Membership.LEAVE && membership.membership() != Membership.BAN) {
                throw new Unknown("User " + requester.user() + " is in room " + room);
            }
            memberships.forget(requester.user(), Set.of(room));
        });
    }
}
