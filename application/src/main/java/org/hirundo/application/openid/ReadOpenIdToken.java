package org.hirundo.application.openid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.id.UserId;

/**
 * Tells a service whose token it was given. Open to everybody who has one.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#get_matrixfederationv1openiduserinfo">GET
 *     /openid/userinfo</a>
 */
@Singleton
public final class ReadOpenIdToken {

    private final OpenIdTokens tokens;
    private final AccountStore accounts;
    private final InstantSource clock;

    @Inject
    ReadOpenIdToken(OpenIdTokens tokens, AccountStore accounts, InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Whose token it is.
     *
     * @throws UnknownToken when it is none of ours, or expired, or its user has gone
     */
    public UserId user(String token) {
        return tokens.read(token, clock.instant())
                .filter(user -> accounts.find(user)
                        .filter(account -> !account.deactivated())
                        .isPresent())
                .orElseThrow(() -> new UnknownToken(false));
    }
}
