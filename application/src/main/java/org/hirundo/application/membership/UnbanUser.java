package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadState;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * Lifts a ban.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidunban">POST …/unban</a>
 */
@Singleton
public final class UnbanUser {

    private final RateLimiter limits;
    private final Rooms rooms;

    @Inject
    public UnbanUser(RateLimiter limits, Rooms rooms) {
        this.limits = limits;
        this.rooms = rooms;
    }

    /** Who lifts whose ban. */
    public record Unban(Requester requester, RoomId room, UserId user, Optional<String> reason) {}

    /**
     * Lifts the ban.
     *
     * @throws org.hirundo.domain.error.Forbidden when the requester may not
     * @throws BadState when the user is not banned
     */
    public void unban(Unban command) {
        command.requester().refuseGuest();
        command.requester().refuseSuspended();
        limits.spend(command.requester(), Cost.MESSAGE);
        var sender = command.requester().user();
        var content = MemberDraft.content(Membership.LEAVE, command.reason());
        rooms.write(command.room(), room -> {
            var unbanned = room.append(MemberDraft.of(room, sender, command.user(), content));
            if (room.membership(command.user()) != Membership.BAN) {
                throw new BadState(command.user() + " is not banned");
            }
            return Change.of(unbanned, command.room());
        });
    }
}
