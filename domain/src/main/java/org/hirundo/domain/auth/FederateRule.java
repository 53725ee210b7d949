package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.room.CreateContent;

/** Rule 3, 4 in room version 12: a room whose {@code m.federate} is false is for users of its creator's server. */
record FederateRule() implements AuthRule {

    @Override
    public String name() {
        return "m.federate";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        return CreateContent.of(room.create()).isFederated()
                        || event.sender().server().equals(room.create().sender().server())
                ? Ruling.pass()
                : Ruling.deny("The room is not open to other servers");
    }
}
