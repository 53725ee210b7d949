package org.hirundo.domain.push;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of push rules, in the order in which they are looked at. */
public enum PushRuleKind {
    /** Rules with conditions that come before all others. */
    OVERRIDE("override"),
    /** Rules that look for a pattern in the body of a message. */
    CONTENT("content"),
    /** Rules with conditions that come after those about the body (MSC4306); the server's alone. */
    POSTCONTENT("postcontent"),
    /** Rules for one room; the rule id is the room id. */
    ROOM("room"),
    /** Rules for one sender; the rule id is the user id. */
    SENDER("sender"),
    /** Rules with conditions that come after all others. */
    UNDERRIDE("underride");

    private final String wireName;

    PushRuleKind(String wireName) {
        this.wireName = wireName;
    }

    /** The kind of this name. */
    public static Optional<PushRuleKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }

    /** Whether rules of this kind have a list of conditions. */
    public boolean hasConditions() {
        return this == OVERRIDE || this == POSTCONTENT || this == UNDERRIDE;
    }

    /** The name in JSON and in paths. */
    @Override
    public String toString() {
        return wireName;
    }
}
