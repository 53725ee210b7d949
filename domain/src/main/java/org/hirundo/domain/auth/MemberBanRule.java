package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;

/** {@code membership} is {@code ban}. */
record MemberBanRule() implements MemberRule.MembershipRule {

    @Override
    public Ruling rule(Event event, String target, StateView room) {
        if (!room.isJoined(event.sender())) {
            return Ruling.deny("The sender is not in the room");
        }
        var levels = room.powerLevels();
        long senderLevel = levels.levelOf(event.sender());
        if (senderLevel < levels.ban()) {
            return Ruling.deny("The sender's power level does not reach the ban level");
        }
        return room.levelOf(target) < senderLevel
                ? Ruling.allow()
                : Ruling.deny("The user's power level is not below the sender's");
    }
}
