package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.identity.IdentityServerFailure;
import org.hirundo.application.port.identity.IdentityServers;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.MemberProfiles;
import org.hirundo.application.room.Rooms;
import org.hirundo.domain.auth.ThirdPartyKeys;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/**
 * Exchanges a third-party invite for an invite of the user who proves to be the one who was meant: an identity server has signed for
 * them with one of the keys that the invite names.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#third-party-invites">Third-party invites</a>
 */
@Singleton
final class ThirdPartyProofs {

    private final Rooms rooms;
    private final MemberProfiles profiles;
    private final IdentityServers servers;
    private final Identity identity;

    @Inject
    ThirdPartyProofs(Rooms rooms, MemberProfiles profiles, IdentityServers servers, Identity identity) {
        this.rooms = rooms;
        this.profiles = profiles;
        this.servers = servers;
        this.identity = identity;
    }

    /** What was verified: that the user is the one whom the third-party invite is for. */
    record Proof(RoomId room, UserId user, Event invite, JsonObject signed) {}

    /**
     * Verifies what a user brings forward.
     *
     * @param signed what the identity server signed: user and token
     * @throws Forbidden when it is signed for another user, there is no such invite, none of its keys that are still good has signed
     *     it, or it was made by a user of another server
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     */
    Proof verified(RoomId room, UserId user, JsonObject signed) {
        if (signed.string("mxid").filter(user.toString()::equals).isEmpty()) {
            throw new Forbidden("The proof is for another user");
        }
        var token = signed.string("token").orElseThrow(() -> new Forbidden("The proof names no invite"));
        var tuple = new StateTuple(EventType.THIRD_PARTY_INVITE, token);
        var invite = rooms.write(
                room,
                view -> Change.of(
                        view,
                        view.state(tuple).orElseThrow(() -> new Forbidden("The room has no such third-party invite"))));
        if (!invite.sender().isLocalTo(identity.server())) {
            throw new Forbidden("The third-party invite was made on another server");
        }
        checkKeys(invite, signed);
        return new Proof(room, user, invite, signed);
    }

    /**
     * Invites the user in the name of the one who made the third-party invite; who is in the room or invited already stays so.
     *
     * @throws Forbidden when the user is banned
     */
    void exchange(Proof proof) {
        var user = proof.user();
        var named = proof.invite().content().string("display_name").orElse("");
        var content = profiles.of(user)
                .content(user, Membership.INVITE)
                .with(
                        "third_party_invite",
                        JsonObject.of("signed", proof.signed()).with("display_name", named));
        rooms.write(proof.room(), view -> {
            var membership = view.membership(user);
            boolean stays = membership == Membership.JOIN || membership == Membership.INVITE;
            var sender = proof.invite().sender();
            return Change.of(stays ? view : view.append(MemberDraft.of(view, sender, user, content)), proof.room());
        });
    }

    /** Nobody is asked about a key that has not signed the proof. */
    private void checkKeys(Event invite, JsonObject signed) {
        var keys = ThirdPartyKeys.thatSigned(invite.content(), signed);
        if (keys.isEmpty()) {
            throw new Forbidden("No key of the third-party invite has signed the proof");
        }
        if (keys.stream().noneMatch(this::isValid)) {
            throw new Forbidden("The key that signed the proof is not good any more");
        }
    }

    private boolean isValid(ThirdPartyKeys.Key key) {
        if (key.validity().isEmpty()) {
            return true;
        }
        try {
            return servers.isValid(new URI(key.validity().get()), key.publicKey());
        } catch (URISyntaxException | IdentityServerFailure unknown) {
            return false;
        }
    }
}
