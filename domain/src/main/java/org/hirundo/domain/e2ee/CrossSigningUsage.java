package org.hirundo.domain.e2ee;

import java.util.Arrays;
import java.util.Optional;
import org.hirundo.domain.id.UserId;

/** What a cross-signing key is for. */
public enum CrossSigningUsage {
    /** The user's identity; it signs the other two. */
    MASTER("master"),
    /** Signs the user's own devices. */
    SELF_SIGNING("self_signing"),
    /** Signs master keys of others; nobody else sees it. */
    USER_SIGNING("user_signing");

    private final String wireName;

    CrossSigningUsage(String wireName) {
        this.wireName = wireName;
    }

    /** The usage of this name. */
    public static Optional<CrossSigningUsage> of(String wireName) {
        return Arrays.stream(values())
                .filter(usage -> usage.wireName.equals(wireName))
                .findFirst();
    }

    /** The member of an upload that has the key of this usage. */
    String member() {
        return wireName + "_key";
    }

    /** Whether somebody may see the key of this usage; empty is another server. */
    public boolean isVisibleTo(Optional<UserId> viewer, UserId owner) {
        return this != USER_SIGNING || viewer.filter(owner::equals).isPresent();
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
