package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.ThreepidInvites;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.ThreepidInvite;

/**
 * Invites somebody to a room of whom a third-party identifier is known: the user whose it is, or whoever proves later that it is theirs.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#third-party-invites">Third-party invites</a>
 */
@Singleton
public final class InviteThreepid {

    private final RateLimiter limits;
    private final ThreepidInvites invites;
    private final InviteUser inviteUser;

    @Inject
    public InviteThreepid(RateLimiter limits, ThreepidInvites invites, InviteUser inviteUser) {
        this.limits = limits;
        this.invites = invites;
        this.inviteUser = inviteUser;
    }

    /** Who invites whom. */
    public record Invite(Requester requester, RoomId room, ThreepidInvite invitee, Optional<String> reason) {}

    /**
     * Invites them.
     *
     * @throws org.hirundo.domain.error.Forbidden when the inviter may not, or the invitee is banned or in the room
     * @throws org.hirundo.domain.error.InviteBlocked when the invitee blocks invites by the inviter
     * @throws org.hirundo.domain.error.Unknown when the identity server fails
     */
    public void invite(Invite command) {
        var requester = command.requester();
        requester.refuseGuest();
        requester.refuseSuspended();
        limits.spend(requester, Cost.INVITE);
        var about = invites.check(requester.user(), command.room());
        var owner = invites.owner(command.invitee());
        if (owner.isPresent()) {
            inviteUser.issue(new InviteUser.Invite(requester, command.room(), owner.get(), command.reason()));
        } else {
            invites.store(requester.user(), command.room(), command.invitee(), about);
        }
    }
}
