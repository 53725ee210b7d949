package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.json.JsonObject;

/**
 * Somebody who knows the server's secret registers a user, an administrator if they like: {@code POST
 * /_synapse/admin/v1/register}, which the tools of administrators call on every server.
 *
 * <p>They send the HMAC-SHA1 by the secret of nonce, user name, password and {@code admin} or {@code notadmin} (and the user
 * type, if one is given), with NUL between them.
 */
@Singleton
public final class RegisterWithSharedSecret {

    private final PasswordConfig passwords;
    private final SharedSecretProof proof;
    private final Usernames usernames;
    private final NewAccounts accounts;
    private final Sessions sessions;
    private final RateLimiter limits;

    @Inject
    RegisterWithSharedSecret(
            PasswordConfig passwords,
            SharedSecretProof proof,
            Usernames usernames,
            NewAccounts accounts,
            Sessions sessions,
            RateLimiter limits) {
        this.passwords = passwords;
        this.proof = proof;
        this.usernames = usernames;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
    }

    /** A request to register, and where it comes from. */
    public record Registration(JsonObject body, String address) {}

    /**
     * Makes the account, and begins a session.
     *
     * @throws org.hirundo.domain.error.MatrixException when there is no proof of the secret, the name cannot be had or the
     *     password is too weak
     */
    public Sessions.Opened register(Registration registration) {
        limits.spendFrom(registration.address(), Cost.REGISTRATION_QUERY);
        var body = new Body(registration.body());
        var wanted = new Sessions.Wanted(
                Optional.empty(), body.string("initial_device_display_name"), false, registration.address());
        proof.check(body, SharedSecretProof.Algorithm.REGISTRATION, asked(body));
        var password = body.requiredString("password");
        passwords.policy().check(password);
        var user = usernames.available(body.requiredString("username"));
        accounts.create(user, password, body.bool("admin").orElse(false));
        return sessions.open(user, wanted);
    }

    private static List<String> asked(Body body) {
        var parts = Stream.of(
                body.requiredString("username"),
                body.requiredString("password"),
                body.bool("admin").orElse(false) ? "admin" : "notadmin");
        return Stream.concat(parts, body.string("user_type").stream()).toList();
    }
}
