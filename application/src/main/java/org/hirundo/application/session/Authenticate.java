package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.UserLocked;

/**
 * Finds out who asks.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#using-access-tokens">Using access tokens</a>
 */
@Singleton
public final class Authenticate {

    private final SessionStore sessions;
    private final AccountStore accounts;
    private final TokenCache known;
    private final DeviceActivity activity;
    private final InstantSource clock;

    @Inject
    public Authenticate(
            SessionStore sessions,
            AccountStore accounts,
            TokenCache known,
            DeviceActivity activity,
            InstantSource clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.known = known;
        this.activity = activity;
        this.clock = clock;
    }

    /**
     * What a request shows.
     *
     * @param accessToken the token, when there is one
     * @param address where the request comes from
     * @param evenIfLocked whether locked users may do what is asked for, which is only to log out
     */
    public record Credentials(Optional<String> accessToken, String address, boolean evenIfLocked) {}

    /**
     * Who asks.
     *
     * @throws MissingToken when there is no token
     * @throws UnknownToken when the token gives nothing, with soft logout when it merely expired
     * @throws UserLocked when the account is locked
     */
    public Requester authenticate(Credentials credentials) {
        var shown = credentials.accessToken().filter(token -> !token.isEmpty()).orElseThrow(MissingToken::new);
        var token = SecretToken.of(shown)
                .map(secret -> new TokenHash(secret.hash()))
                .orElseThrow(Authenticate::unknown);
        var session = known.find(token).orElseGet(() -> read(token));
        var now = clock.instant();
        if (session.grant().expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
            throw new UnknownToken(true);
        }
        if (session.account().locked() && !credentials.evenIfLocked()) {
            throw new UserLocked();
        }
        activity.note(session.grant().user(), session.grant().device(), now, credentials.address());
        return requester(session);
    }

    private static Requester requester(TokenCache.Known session) {
        var account = session.account();
        var kind = Requester.Kind.of(account.kind());
        var grant = session.grant();
        return new Requester(
                grant.user(), grant.device(), kind, account.admin(), account.suspended(), grant.accessToken());
    }

    private TokenCache.Known read(TokenHash token) {
        var stamp = known.stamp();
        var grant = sessions.access(token).orElseThrow(Authenticate::unknown);
        var account = accounts.find(grant.user())
                .filter(found -> !found.deactivated())
                .orElseThrow(Authenticate::unknown);
        var session = new TokenCache.Known(grant, account);
        known.remember(token, session, confirmed(grant, stamp));
        return session;
    }

    private static UnknownToken unknown() {
        return new UnknownToken(false);
    }

    /**
     * Only tokens that expire have taken the place of others, and these end with the first use of the new one; so do the
     * entries of the cache.
     *
     * @return the stamp the new token may be remembered with: a current one, unless the user was forgotten meanwhile
     */
    private long confirmed(AccessGrant grant, long stamp) {
        if (grant.expiresAt().isEmpty()) {
            return stamp;
        }
        sessions.confirm(grant.accessToken());
        return known.forgetBefore(grant.user(), stamp);
    }
}
