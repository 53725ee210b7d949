package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.json.JsonObject;

/**
 * A client exchanges its refresh token for new tokens. The old ones stay good until one of the new is used.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3refresh">POST /refresh</a>
 */
@Singleton
public final class RefreshSession {

    private final SessionStore store;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final RateLimiter limits;

    @Inject
    public RefreshSession(SessionStore store, AccountStore accounts, Sessions sessions, RateLimiter limits) {
        this.store = store;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
    }

    /** A request for new tokens, and where it comes from. */
    public record Refresh(JsonObject body, String address) {}

    /**
     * Prolongs the session.
     *
     * @throws UnknownToken when the token gives nothing, with soft logout when it merely expired
     * @throws UserLocked when the account is locked
     */
    public Sessions.Tokens refresh(Refresh refresh) {
        limits.spendFrom(refresh.address(), Cost.REFRESH);
        var token = new Body(refresh.body()).requiredString("refresh_token");
        var grant = grant(token);
        var account = accounts.find(grant.user()).orElseThrow(RefreshSession::unknown);
        if (account.locked()) {
            throw new UserLocked();
        }
        return sessions.exchange(grant);
    }

    private static UnknownToken unknown() {
        return new UnknownToken(false);
    }

    private RefreshGrant grant(String token) {
        return SecretToken.of(token)
                .flatMap(secret -> store.refresh(new TokenHash(secret.hash())))
                .orElseThrow(RefreshSession::unknown);
    }
}
