package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.Identity;
import org.hirundo.application.room.RoomView;
import org.hirundo.domain.error.CannotLeaveServerNoticeRoom;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * What the server has to say cannot be turned down: an invite to the room for it stands until it is accepted. Who was in the room may
 * leave it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-notices">Server Notices</a>
 */
@Singleton
final class NoticeInvites {

    private final Identity identity;

    @Inject
    NoticeInvites(Identity identity) {
        this.identity = identity;
    }

    /**
     * Refuses to let the user reject the invite.
     *
     * @throws CannotLeaveServerNoticeRoom when it is one to the room in which the server speaks
     */
    void refuseToReject(RoomView room, UserId user) {
        boolean isOurs = room.state(EventType.CREATE)
                .filter(create -> create.sender().equals(identity.noticesUser()))
                .isPresent();
        if (isOurs && room.membership(user) == Membership.INVITE) {
            throw new CannotLeaveServerNoticeRoom("You cannot reject this invite");
        }
    }
}
