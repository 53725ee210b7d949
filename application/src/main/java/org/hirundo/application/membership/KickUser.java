package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * Makes a user leave a room, takes an invite back or denies a knock.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidkick">POST …/kick</a>
 */
@Singleton
public final class KickUser {

    private final RateLimiter limits;
    private final Rooms rooms;

    @Inject
    public KickUser(RateLimiter limits, Rooms rooms) {
        this.limits = limits;
        this.rooms = rooms;
    }

    /** Who kicks whom. */
    public record Kick(Requester requester, RoomId room, UserId user, Optional<String> reason) {}

    /**
     * Kicks the user.
     *
     * @throws Forbidden when the kicker may not, or the user is not in the room
     */
    public void kick(Kick command) {
        command.requester().refuseGuest();
        command.requester().refuseSuspended();
        limits.spend(command.requester(), Cost.MESSAGE);
        var sender = command.requester().user();
        var content = MemberDraft.content(Membership.LEAVE, command.reason());
        rooms.write(command.room(), room -> {
            var kicked = room.append(MemberDraft.of(room, sender, command.user(), content));
            // The rules let a leave event through for whoever is out already, and they would lift a ban.
            return switch (room.membership(command.user())) {
                case JOIN, INVITE, KNOCK -> Change.of(kicked, command.room());
                case LEAVE, BAN -> throw new Forbidden(command.user() + " is not in the room");
            };
        });
    }
}
