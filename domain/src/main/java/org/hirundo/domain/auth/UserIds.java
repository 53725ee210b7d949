package org.hirundo.domain.auth;

import java.util.Optional;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.UserId;

/** Reads user ids out of events, where anything may stand. */
final class UserIds {

    private UserIds() {}

    /** The user id, unless it is none. */
    static Optional<UserId> parse(String text) {
        try {
            return Optional.of(UserId.parse(text));
        } catch (MalformedIdentifier notAUser) {
            return Optional.empty();
        }
    }
}
