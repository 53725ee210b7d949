package org.hirundo.domain.auth;

import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.room.Membership;

/**
 * {@code membership} is {@code leave}: to leave, to reject an invitation, to withdraw a knock; or to kick, to unban, to
 * withdraw somebody's invitation.
 *
 * @param leavable the memberships that a user can end themselves
 */
record MemberLeaveRule(Set<Membership> leavable) implements MemberRule.MembershipRule {

    static final MemberLeaveRule V1 = new MemberLeaveRule(Set.of(Membership.INVITE, Membership.JOIN));

    static final MemberLeaveRule V7 = new MemberLeaveRule(Set.of(Membership.INVITE, Membership.JOIN, Membership.KNOCK));

    @Override
    public Ruling rule(Event event, String target, StateView room) {
        var membership = room.membership(target);
        if (event.sender().toString().equals(target)) {
            return membership.filter(leavable::contains).isPresent()
                    ? Ruling.allow()
                    : Ruling.deny("There is no membership that the user could end");
        }
        if (!room.isJoined(event.sender())) {
            return Ruling.deny("The sender is not in the room");
        }
        var levels = room.powerLevels();
        long senderLevel = levels.levelOf(event.sender());
        if (membership.equals(Optional.of(Membership.BAN)) && senderLevel < levels.ban()) {
            return Ruling.deny("The sender's power level does not reach the ban level");
        }
        if (senderLevel < levels.kick()) {
            return Ruling.deny("The sender's power level does not reach the kick level");
        }
        return room.levelOf(target) < senderLevel
                ? Ruling.allow()
                : Ruling.deny("The user's power level is not below the sender's");
    }
}
