package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;

/** "If the event type's required power level is greater than the sender's power level, reject." */
record RequiredLevelRule() implements AuthRule {

    @Override
    public String name() {
        return "required power level";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        var levels = room.powerLevels();
        return levels.levelOf(event.sender()) >= levels.required(event.type(), event.isState())
                ? Ruling.pass()
                : Ruling.deny("The sender's power level is too low to send " + event.type());
    }
}
