package org.hirundo.domain.auth;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.room.Membership;

/** {@code membership} is {@code invite}. */
record MemberInviteRule() implements MemberRule.MembershipRule {

    @Override
    public Ruling rule(Event event, String target, StateView room) {
        if (event.content().has("third_party_invite")) {
            return ThirdPartyMemberInviteRule.rule(event, target, room);
        }
        if (!room.isJoined(event.sender())) {
            return Ruling.deny("The sender is not in the room");
        }
        var membership = room.membership(target);
        if (membership.equals(Optional.of(Membership.JOIN))) {
            return Ruling.deny("The user is already in the room");
        }
        if (membership.equals(Optional.of(Membership.BAN))) {
            return Ruling.deny("The user is banned");
        }
        var levels = room.powerLevels();
        return levels.levelOf(event.sender()) >= levels.invite()
                ? Ruling.allow()
                : Ruling.deny("The sender's power level does not reach the invite level");
    }
}
