package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.application.port.login.LoginTokenStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.session.Requester;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.json.JsonObject;

/**
 * Gives a user who has proved once more to be one a token with which another client signs in as them, once and soon.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv1loginget_token">POST
 *     /login/get_token</a>
 */
@Singleton
public final class IssueLoginToken {

    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final InteractiveAuth auth;
    private final LoginTokenStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    IssueLoginToken(InteractiveAuth auth, LoginTokenStore store, InstantSource clock, RandomGenerator random) {
        this.auth = auth;
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** A token to sign in with, to be shown once and never again. */
    public record Issued(SecretToken token, Duration expiresIn) {}

    /**
     * Issues a token.
     *
     * @param request the body of the request
     * @throws org.hirundo.domain.error.InteractiveAuthRequired until the requester has proved who they are
     */
    public Issued issue(Requester requester, JsonObject request) {
        requester.refuseGuest();
        var user = requester.user();
        auth.authorise(new InteractiveAuth.Operation("login token", Optional.of(user), request, Flows.OF_PASSWORD));
        var token = SecretToken.generate(SecretToken.Kind.LOGIN, random);
        var now = clock.instant();
        store.add(new TokenHash(token.hash()), user, now.plus(LIFETIME), now);
        return new Issued(token, LIFETIME);
    }
}
