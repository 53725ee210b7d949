package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.login.JwtVerifier;
import org.hirundo.application.port.login.LoginTokenStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.error.UserDeactivated;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.json.JsonObject;

/**
 * A user logs in.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3login">POST /login</a>
 */
@Singleton
public final class LogIn {

    private final LoginFlows flows;
    private final PasswordCheck passwords;
    private final LoginTokenStore tokens;
    private final JwtVerifier jwts;
    private final Newcomers newcomers;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final RateLimiter limits;
    private final UserIdentifier identifiers;
    private final InstantSource clock;

    @Inject
    public LogIn(
            LoginFlows flows,
            PasswordCheck passwords,
            LoginTokenStore tokens,
            JwtVerifier jwts,
            Newcomers newcomers,
            AccountStore accounts,
            Sessions sessions,
            RateLimiter limits,
            UserIdentifier identifiers,
            InstantSource clock) {
        this.flows = flows;
        this.passwords = passwords;
        this.tokens = tokens;
        this.jwts = jwts;
        this.newcomers = newcomers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** A request to log in, and where it comes from. */
    public record Login(JsonObject body, String address) {}

    /**
     * Begins a session.
     *
     * @throws Forbidden when there is no such user or the password is wrong, which is not told apart; when the token gives
     *     nothing, or nothing any more
     * @throws UserDeactivated when the account is deactivated
     * @throws UserLocked when the account is locked
     * @throws Unknown when the login type is not offered
     * @throws org.hirundo.domain.error.MatrixException when something else is wrong with the request
     */
    public Sessions.Opened logIn(Login login) {
        limits.spendFrom(login.address(), Cost.LOGIN);
        var body = new Body(login.body());
        var type = body.requiredString("type");
        if (!flows.types().contains(type)) {
            throw new Unknown("Bad login type.");
        }
        var wanted = Sessions.Wanted.read(body, login.address());
        var account =
                switch (type) {
                    case LoginFlows.TOKEN -> byToken(body);
                    case LoginFlows.JWT -> byJwt(body);
                    case LoginFlows.PASSWORD -> byPassword(body);
                    default -> throw new Unknown("Bad login type.");
                };
        if (account.locked()) {
            throw new UserLocked();
        }
        return sessions.open(account.user(), wanted);
    }

    private Account byToken(Body body) {
        return SecretToken.of(body.requiredString("token"))
                .flatMap(token -> tokens.take(new TokenHash(token.hash()), clock.instant()))
                .flatMap(accounts::find)
                .filter(account -> !account.deactivated())
                .orElseThrow(() -> new Forbidden("Invalid login token"));
    }

    private Account byJwt(Body body) {
        var account = jwts.subject(body.requiredString("token"), clock.instant())
                .map(newcomers::account)
                .orElseThrow(() -> new Forbidden("Invalid JSON Web Token"));
        if (account.deactivated()) {
            throw new UserDeactivated("This account has been deactivated");
        }
        return account;
    }

    private Account byPassword(Body body) {
        var password = body.requiredString("password");
        return identifiers
                .read(body.json())
                .flatMap(user -> passwords.check(user, password))
                .orElseThrow(() -> new Forbidden("Invalid username or password"));
    }
}
