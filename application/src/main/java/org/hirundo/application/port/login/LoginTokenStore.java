package org.hirundo.application.port.login;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.UserId;

/** Tokens to sign in with once. */
public interface LoginTokenStore {

    /** Keeps a token of the user until it expires; drops those that expired before {@code now}. */
    void add(TokenHash token, UserId user, Instant expiresAt, Instant now);

    /**
     * Takes the token away, and tells whose it was; for exactly one of several concurrent callers. Empty when it is not known,
     * or expired at {@code now}.
     */
    Optional<UserId> take(TokenHash token, Instant now);
}
