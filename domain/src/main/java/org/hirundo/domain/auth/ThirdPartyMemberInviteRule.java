package org.hirundo.domain.auth;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/**
 * {@code membership} is {@code invite} and there is a {@code third_party_invite}: an identity server has found the user
 * behind a third-party id that somebody invited, and signed for it. The invitation itself is in the room's state.
 */
final class ThirdPartyMemberInviteRule {

    private ThirdPartyMemberInviteRule() {}

    static Ruling rule(Event event, String target, StateView room) {
        if (room.membership(target).equals(Optional.of(Membership.BAN))) {
            return Ruling.deny("The user is banned");
        }
        var signed = event.content().object("third_party_invite").flatMap(invite -> invite.object("signed"));
        if (signed.isEmpty()) {
            return Ruling.deny("The third-party invite is not signed");
        }
        var mxid = signed.get().string("mxid");
        var token = signed.get().string("token");
        if (mxid.isEmpty() || token.isEmpty()) {
            return Ruling.deny("The signed third-party invite lacks user or token");
        }
        if (!mxid.get().equals(target)) {
            return Ruling.deny("The third-party invite is signed for another user");
        }
        var invite = room.thirdPartyInvite(token.get());
        if (invite.isEmpty()) {
            return Ruling.deny("The room has no third-party invite with this token");
        }
        if (!invite.get().sender().equals(event.sender())) {
            return Ruling.deny("The third-party invite is another user's");
        }
        return isSigned(signed.get(), invite.get())
                ? Ruling.allow()
                : Ruling.deny("No key of the third-party invite has signed it");
    }

    private static boolean isSigned(JsonObject signed, Event invite) {
        return ThirdPartySignatures.of(signed).verifiedByAny(ThirdPartySignatures.publicKeys(invite.content()));
    }
}
