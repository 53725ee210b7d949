package org.hirundo.domain.auth;

/** What the authorisation rules say of an event. */
public sealed interface Verdict {

    /** The event may be. */
    record Allowed() implements Verdict {}

    /**
     * The event may not be.
     *
     * @param rule what the rule is about, mostly an event type
     * @param reason why, for a person to read
     */
    record Denied(String rule, String reason) implements Verdict {}

    /** Whether this is {@link Allowed}. */
    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
