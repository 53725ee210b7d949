package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.InvitePermission;
import org.hirundo.application.room.MemberProfiles;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * Invites a user to a room. Who is invited already is not invited again.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidinvite">POST …/invite</a>
 */
@Singleton
public final class InviteUser {

    private final RateLimiter limits;
    private final Rooms rooms;
    private final InvitePermission permission;
    private final MemberProfiles profiles;

    @Inject
    public InviteUser(RateLimiter limits, Rooms rooms, InvitePermission permission, MemberProfiles profiles) {
        this.limits = limits;
        this.rooms = rooms;
        this.permission = permission;
        this.profiles = profiles;
    }

    /** Who invites whom. */
    public record Invite(Requester requester, RoomId room, UserId invitee, Optional<String> reason) {}

    /**
     * Invites the user.
     *
     * @throws org.hirundo.domain.error.Forbidden when the inviter may not, or the invitee is banned or in the room
     * @throws org.hirundo.domain.error.InviteBlocked when the invitee blocks invites by the inviter
     */
    public void invite(Invite command) {
        command.requester().refuseGuest();
        command.requester().refuseSuspended();
        limits.spend(command.requester(), Cost.INVITE);
        var sender = command.requester().user();
        permission.check(sender, Set.of(command.invitee()));
        var content = MemberDraft.withReason(
                profiles.of(command.invitee()).content(command.invitee(), Membership.INVITE), command.reason());
        rooms.write(command.room(), room -> {
            var draft = MemberDraft.of(room, sender, command.invitee(), content);
            var invited = room.append(draft);
            // The rules are asked all the same: who may not invite learns so, and not who is invited.
            return Change.of(room.membership(command.invitee()) == Membership.INVITE ? room : invited, command.room());
        });
    }
}
