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
import org.hirundo.application.room.Succession;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/**
 * Joins a room, by its id or an alias. Who is in it already stays in it, and no event is sent.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3joinroomidoralias">POST /join</a>
 */
@Singleton
public final class JoinRoom {

    private final RateLimiter limits;
    private final Rooms rooms;
    private final Aliases aliases;
    private final Admission admission;
    private final ThirdPartyProofs proofs;
    private final MemberProfiles profiles;
    private final Succession succession;

    @Inject
    public JoinRoom(
            RateLimiter limits,
            Rooms rooms,
            Aliases aliases,
            Admission admission,
            ThirdPartyProofs proofs,
            MemberProfiles profiles,
            Succession succession) {
        this.limits = limits;
        this.rooms = rooms;
        this.aliases = aliases;
        this.admission = admission;
        this.proofs = proofs;
        this.profiles = profiles;
        this.succession = succession;
    }

    /**
     * What a user wants.
     *
     * @param extra what else the client wants in its membership event; names that mean something there are left out
     * @param thirdPartySigned what proves that a third-party invite is for the user
     */
    public record Join(
            Requester requester,
            RoomReference room,
            Optional<String> reason,
            JsonObject extra,
            Optional<JsonObject> thirdPartySigned) {

        /** A join without a proof. */
        public Join(Requester requester, RoomReference room, Optional<String> reason, JsonObject extra) {
            this(requester, room, reason, extra, Optional.empty());
        }

        /** A join without anything extra. */
        public Join(Requester requester, RoomReference room, Optional<String> reason) {
            this(requester, room, reason, JsonObject.EMPTY);
        }
    }

    /**
     * Joins the room.
     *
     * @return the room's id
     * @throws org.hirundo.domain.error.NotFound when there is no such room or alias
     * @throws org.hirundo.domain.error.GuestAccessForbidden when a guest asks and the room does not let guests in
     * @throws org.hirundo.domain.error.Forbidden when the user is banned, was not invited where that is needed, or meets none
     *     of the conditions of a restricted room, or has a proof that proves nothing
     */
    public RoomId join(Join command) {
        var requester = command.requester();
        requester.refuseSuspended();
        limits.spend(requester, Cost.JOIN);
        var id = aliases.resolve(command.room());
        var user = requester.user();
        command.thirdPartySigned().ifPresent(signed -> proofs.exchange(proofs.verified(id, user, signed)));
        var content = MemberDraft.withReason(
                MemberDraft.withExtra(profiles.of(user).content(user, Membership.JOIN), command.extra()),
                command.reason());
        var grounds = admission.grounds(requester, id);
        rooms.write(id, room -> {
            if (room.membership(user) == Membership.JOIN) {
                return Change.of(room, id);
            }
            return Change.of(room.append(MemberDraft.of(room, user, user, grounds.admit(room, content))), id);
        });
        succession.joined(user, id);
        return id;
    }
}
