package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;

/**
 * Rule 11 of room versions 1 and 2, where event ids end with the server that made them: redacting takes the redact level,
 * or an event of the same server. From version 3 on this is asked when the redaction is applied.
 */
record RedactionRule() implements AuthRule {

    static final String NAME = "m.room.redaction";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        if (!event.isType(EventType.REDACTION)) {
            return Ruling.pass();
        }
        var levels = room.powerLevels();
        if (levels.levelOf(event.sender()) >= levels.redact()) {
            return Ruling.allow();
        }
        var server = event.redacts().flatMap(EventId::server);
        return server.isPresent() && server.equals(event.id().server())
                ? Ruling.allow()
                : Ruling.deny("The sender's power level does not reach the redact level");
    }
}
