package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.directory.Aliases;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.MemberProfiles;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;

/**
 * Knocks on a room, by its id or an alias: asks to be invited. A knock that is there already stands.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3knockroomidoralias">POST /knock</a>
 */
@Singleton
public final class KnockOnRoom {

    private final RateLimiter limits;
    private final Rooms rooms;
    private final Aliases aliases;
    private final MemberProfiles profiles;

    @Inject
    public KnockOnRoom(RateLimiter limits, Rooms rooms, Aliases aliases, MemberProfiles profiles) {
        this.limits = limits;
        this.rooms = rooms;
        this.aliases = aliases;
        this.profiles = profiles;
    }

    /** Who knocks where. */
    public record Knock(Requester requester, RoomReference room, Optional<String> reason) {}

    /**
     * Knocks on the room.
     *
     * @return the room's id
     * @throws org.hirundo.domain.error.NotFound when there is no such room or alias
     * @throws org.hirundo.domain.error.Forbidden when the room is not set up for knocking, or the user is banned, invited or
     *     in the room
     */
    public RoomId knock(Knock command) {
        command.requester().refuseGuest();
        command.requester().refuseSuspended();
        limits.spend(command.requester(), Cost.JOIN);
        var id = aliases.resolve(command.room());
        var user = command.requester().user();
        var content = MemberDraft.withReason(profiles.of(user).content(user, Membership.KNOCK), command.reason());
        return rooms.write(id, room -> {
            boolean knocks = room.membership(user) == Membership.KNOCK;
            return Change.of(knocks ? room : room.append(MemberDraft.of(room, user, user, content)), id);
        });
    }
}
