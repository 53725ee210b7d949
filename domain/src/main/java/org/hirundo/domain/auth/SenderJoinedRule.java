package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;

/** "If the sender's current membership state is not {@code join}, reject." */
record SenderJoinedRule() implements AuthRule {

    @Override
    public String name() {
        return "membership";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        return room.isJoined(event.sender()) ? Ruling.pass() : Ruling.deny("The sender is not in the room");
    }
}
