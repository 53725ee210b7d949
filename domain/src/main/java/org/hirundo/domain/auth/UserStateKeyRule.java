package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;

/** A state key that starts with {@code @} is for the user of that name. */
record UserStateKeyRule() implements AuthRule {

    @Override
    public String name() {
        return "state_key";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        return event.stateKey()
                        .filter(key -> key.startsWith("@")
                                && !key.equals(event.sender().toString()))
                        .isPresent()
                ? Ruling.deny("The state key is another user's")
                : Ruling.pass();
    }
}
