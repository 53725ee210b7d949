package org.hirundo.domain.room;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.domain.event.Event;

/** How users come to join a room, as {@code m.room.join_rules} says. Room versions know different ones. */
public enum JoinRule {
    /** Anyone joins. */
    PUBLIC("public"),
    /** Who is invited joins. */
    INVITE("invite"),
    /** Who is invited joins; anyone may ask for an invite. */
    KNOCK("knock"),
    /** Who is invited joins, and who fulfils a condition. */
    RESTRICTED("restricted"),
    /** Both {@link #KNOCK} and {@link #RESTRICTED}. */
    KNOCK_RESTRICTED("knock_restricted"),
    /** Reserved; nobody joins. */
    PRIVATE("private");

    private static final Map<String, JoinRule> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(JoinRule::wireName, Function.identity()));

    private final String wireName;

    JoinRule(String wireName) {
        this.wireName = wireName;
    }

    /** The one of this name in events, if there is one. */
    public static Optional<JoinRule> of(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** The rule that an {@code m.room.join_rules} sets; empty when it sets none that is known, and then nobody may join. */
    public static Optional<JoinRule> of(Event joinRules) {
        return joinRules.content().string("join_rule").flatMap(JoinRule::of);
    }

    /** The name in events. */
    public String wireName() {
        return wireName;
    }

    /** The name in events. */
    @Override
    public String toString() {
        return wireName;
    }
}
