package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;

/** {@code m.room.third_party_invite} takes the invite level, and no other. */
record ThirdPartyInviteRule() implements AuthRule {

    @Override
    public String name() {
        return "m.room.third_party_invite";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        if (!event.isType(EventType.THIRD_PARTY_INVITE)) {
            return Ruling.pass();
        }
        var levels = room.powerLevels();
        return levels.levelOf(event.sender()) >= levels.invite()
                ? Ruling.allow()
                : Ruling.deny("The sender's power level does not reach the invite level");
    }
}
