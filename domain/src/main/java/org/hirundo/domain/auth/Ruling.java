package org.hirundo.domain.auth;

/** What one rule says of an event. */
sealed interface Ruling {

    /** The event is allowed, and no later rule is asked. */
    record Allow() implements Ruling {}

    /** The event is denied, and no later rule is asked. */
    record Deny(String reason) implements Ruling {}

    /** The rule has nothing against the event; the next one is asked. */
    record Pass() implements Ruling {}

    /** The event is allowed. */
    static Ruling allow() {
        return new Allow();
    }

    /** The event is denied for the reason. */
    static Ruling deny(String reason) {
        return new Deny(reason);
    }

    /** The next rule is asked. */
    static Ruling pass() {
        return new Pass();
    }
}
