package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * Bans a user from a room. Who is banned already stays so, and no event is sent.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidban">POST …/ban</a>
 */
@Singleton
public final class BanUser {

    private final RateLimiter limits;
    private final Rooms rooms;

    @Inject
    public BanUser(RateLimiter limits, Rooms rooms) {
        this.limits = limits;
        this.rooms = rooms;
    }

    /** Who bans whom. */
    public record Ban(Requester requester, RoomId room, UserId user, Optional<String> reason) {}

    /**
     * Bans the user.
     *
     * @throws org.hirundo.domain.error.Forbidden when the requester may not
     */
    public void ban(Ban command) {
        command.requester().refuseGuest();
        command.requester().refuseSuspended();
        limits.spend(command.requester(), Cost.MESSAGE);
        var sender = command.requester().user();
        var content = MemberDraft.content(Membership.BAN, command.reason());
        rooms.write(command.room(), room -> {
            var banned = room.append(MemberDraft.of(room, sender, command.user(), content));
            return Change.of(room.membership(command.user()) == Membership.BAN ? room : banned, command.room());
        });
    }
}
