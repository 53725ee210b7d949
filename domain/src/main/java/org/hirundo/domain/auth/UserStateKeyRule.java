package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.StateKeys;

/**
 * A state key that starts with {@code @} is for the user whom it names, and where keys name their owner in their beginning, for
 * users with more power than the owner as well.
 */
record UserStateKeyRule(StateKeys keys) implements AuthRule {

    static final UserStateKeyRule V1 = new UserStateKeyRule(StateKeys.WHOLE);

    /** For room versions in which a user owns several states of a type. */
    static final UserStateKeyRule PREFIXED = new UserStateKeyRule(StateKeys.PREFIXED);

    @Override
    public String name() {
        return "state_key";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        var stateKey = event.stateKey().orElse("");
        return switch (keys) {
            case WHOLE ->
                stateKey.startsWith("@") && !stateKey.equals(event.sender().toString())
                        ? Ruling.deny("The state key is another user's")
                        : Ruling.pass();
            case PREFIXED -> prefixed(event, stateKey, room);
        };
    }

    private Ruling prefixed(Event event, String stateKey, StateView room) {
        if (!keys.isWellFormed(stateKey)) {
            return Ruling.deny("The state key is too long, or starts with no user id");
        }
        if (!stateKey.startsWith("@")) {
            return Ruling.pass();
        }
        var levels = room.powerLevels();
        return keys.owner(stateKey)
                        .filter(owner ->
                                owner.equals(event.sender()) || levels.levelOf(event.sender()) > levels.levelOf(owner))
                        .isPresent()
                ? Ruling.pass()
                : Ruling.deny("The state key is a user's who has as much power");
    }
}
