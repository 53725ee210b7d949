package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.MemberProfiles;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;

/**
 * Leaves a room, rejects an invite or takes a knock back. Who left before has nothing more to leave.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidleave">POST …/leave</a>
 */
@Singleton
public final class LeaveRoom {

    private final RateLimiter limits;
    private final Rooms rooms;
    private final MemberProfiles profiles;
    private final NoticeInvites noticeInvites;

    @Inject
    public LeaveRoom(RateLimiter limits, Rooms rooms, MemberProfiles profiles, NoticeInvites noticeInvites) {
        this.limits = limits;
        this.rooms = rooms;
        this.profiles = profiles;
        this.noticeInvites = noticeInvites;
    }

    /** Who leaves what. */
    public record Leave(Requester requester, RoomId room, Optional<String> reason) {}

    /**
     * Leaves the room.
     *
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     * @throws org.hirundo.domain.error.Forbidden when the user was never in the room or is banned
     * @throws org.hirundo.domain.error.CannotLeaveServerNoticeRoom when the user is invited there and may not reject the invite
     */
    public void leave(Leave command) {
        var user = command.requester().user();
        limits.spend(command.requester(), Cost.MESSAGE);
        var content = MemberDraft.withReason(profiles.of(user).content(user, Membership.LEAVE), command.reason());
        rooms.write(command.room(), room -> {
            noticeInvites.refuseToReject(room, user);
            boolean left = room.member(user).isPresent() && room.membership(user) == Membership.LEAVE;
            return Change.of(left ? room : room.append(MemberDraft.of(room, user, user, content)), command.room());
        });
    }
}
