package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;

/** Rule 4 of room versions 1 to 5: {@code m.room.aliases} is for every server to write, about its own aliases. */
record AliasesRule() implements AuthRule {

    static final String NAME = "m.room.aliases";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        if (!event.isType(EventType.ALIASES)) {
            return Ruling.pass();
        }
        if (event.stateKey().isEmpty()) {
            return Ruling.deny("It has no state key");
        }
        return event.stateKey().get().equals(event.sender().server().toString())
                ? Ruling.allow()
                : Ruling.deny("Aliases of another server than the sender's");
    }
}
