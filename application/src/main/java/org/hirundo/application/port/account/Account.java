package org.hirundo.application.port.account;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.id.UserId;

/**
 * A local account.
 *
 * @param passwordHash the encoded hash, empty when the user cannot sign in by password
 * @param admin whether the user may use the server administration endpoints
 * @param deactivated for ever; the user id is never given out again
 * @param locked the user may do nothing but log out
 * @param suspended the user may read, leave and little else
 */
public record Account(
        UserId user,
        Kind kind,
        Optional<String> passwordHash,
        boolean admin,
        boolean deactivated,
        boolean erased,
        boolean locked,
        boolean suspended,
        Instant createdAt) {

    /** What kind of account it is. */
    public enum Kind {
        /** A person or a bot. */
        USER,
        /** A guest. */
        GUEST,
        /** A user of an application service. */
        APPSERVICE
    }

    /** The account with another password hash. */
    public Account withPasswordHash(Optional<String> hash) {
        return new Account(user, kind, hash, admin, deactivated, erased, locked, suspended, createdAt);
    }

    /** The account for ever closed, without password. */
    public Account asDeactivated(boolean erase) {
        return new Account(user, kind, Optional.empty(), admin, true, erased || erase, locked, suspended, createdAt);
    }

    /** The account locked or not. */
    public Account withLocked(boolean lock) {
        return new Account(user, kind, passwordHash, admin, deactivated, erased, lock, suspended, createdAt);
    }

    /** The account suspended or not. */
    public Account withSuspended(boolean suspend) {
        return new Account(user, kind, passwordHash, admin, deactivated, erased, locked, suspend, createdAt);
    }
}
