package org.hirundo.domain.room;

import java.util.Locale;
import java.util.Optional;
import org.hirundo.domain.event.Event;

/** What a user is to a room. */
public enum Membership {
    /** Invited. */
    INVITE,
    /** In it. */
    JOIN,
    /** Asked to be let in. */
    KNOCK,
    /** Not in it, or not any more. */
    LEAVE,
    /** Banned from it. */
    BAN;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The membership of the name that events have, if there is one. */
    public static Optional<Membership> of(String wireName) {
        for (var membership : values()) {
            if (membership.wireName.equals(wireName)) {
                return Optional.of(membership);
            }
        }
        return Optional.empty();
    }

    /** The membership that a membership event gives; empty when its content is malformed. */
    public static Optional<Membership> of(Event event) {
        return event.content().string("membership").flatMap(Membership::of);
    }

    /** The name that events have. */
    public String wireName() {
        return wireName;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
