package org.hirundo.domain.presence;

import java.util.Arrays;
import java.util.Optional;

/** Whether a user is there. What comes first outweighs what comes later, when devices of a user differ. */
public enum Presence {
    /** Connected. */
    ONLINE("online"),
    /** Connected but idle. */
    UNAVAILABLE("unavailable"),
    /** Not connected, or not wanting to seem so. */
    OFFLINE("offline");

    private final String wireName;

    Presence(String wireName) {
        this.wireName = wireName;
    }

    /** The presence of this name. */
    public static Optional<Presence> of(String wireName) {
        return Arrays.stream(values())
                .filter(presence -> presence.wireName.equals(wireName))
                .findFirst();
    }

    /** The name in JSON and in queries. */
    @Override
    public String toString() {
        return wireName;
    }
}
