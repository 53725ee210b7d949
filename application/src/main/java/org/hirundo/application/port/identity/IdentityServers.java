package org.hirundo.application.port.identity;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.ThreepidInvite;

/**
 * Speaks to identity servers.
 *
 * @see <a href="https://spec.matrix.org/v1.19/identity-service-api/">Identity Service API</a>
 */
public interface IdentityServers {

    /**
     * Asks whose the third-party identifier is; the identity server is told its hash, unless it wants none.
     *
     * @return empty when it is nobody's
     * @throws IdentityServerFailure when that cannot be found out
     */
    Optional<UserId> lookup(ThreepidInvite invite) throws IdentityServerFailure;

    /**
     * Has the invite kept until somebody proves that the identifier is theirs, and its owner told.
     *
     * @param about what the identity server may tell of the room and the inviter
     * @throws IdentityServerFailure when it is not known that it is kept
     */
    Stored store(ThreepidInvite invite, JsonObject about) throws IdentityServerFailure;

    /**
     * Whether a key is still good for signing, as the address tells it.
     *
     * @throws IdentityServerFailure when that cannot be found out
     */
    boolean isValid(URI validity, String publicKey) throws IdentityServerFailure;

    /**
     * An invite that is kept.
     *
     * @param token names it
     * @param displayName how its owner may be called in public
     * @param keys with which of them the owner's proof is signed, at least one
     */
    record Stored(String token, String displayName, List<Key> keys) {

        public Stored {
            keys = List.copyOf(keys);
        }
    }

    /** A public key, and where to ask whether it is still good. */
    record Key(String publicKey, Optional<String> validity) {}
}
