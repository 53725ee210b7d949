package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.Identity;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.account.Username;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.RegistrationDisabled;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Somebody registers an account.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3register">POST /register</a>
 */
@Singleton
public final class RegisterAccount {

    private final RegistrationConfig config;
    private final PasswordConfig passwords;
    private final Usernames usernames;
    private final NewAccounts accounts;
    private final InteractiveAuth auth;
    private final RegistrationTokenUses tokens;
    private final Sessions sessions;
    private final RateLimiter limits;
    private final Identity identity;
    private final RandomGenerator random;

    @Inject
    RegisterAccount(
            RegistrationConfig config,
            PasswordConfig passwords,
            Usernames usernames,
            NewAccounts accounts,
            InteractiveAuth auth,
            RegistrationTokenUses tokens,
            Sessions sessions,
            RateLimiter limits,
            Identity identity,
            RandomGenerator random) {
        this.config = config;
        this.passwords = passwords;
        this.usernames = usernames;
        this.accounts = accounts;
        this.auth = auth;
        this.tokens = tokens;
        this.sessions = sessions;
        this.limits = limits;
        this.identity = identity;
        this.random = random;
    }

    /**
     * A request to register.
     *
     * @param kind {@code user} or {@code guest}
     * @param address where it comes from
     */
    public record Registration(String kind, JsonObject body, String address) {}

    /**
     * An account that was made.
     *
     * @param session empty when the client did not want any
     */
    public record Registered(UserId user, Optional<Sessions.Opened> session) {}

    /**
     * Makes the account, and begins a session.
     *
     * @throws RegistrationDisabled when accounts of this kind cannot be registered here
     * @throws org.hirundo.domain.error.InteractiveAuthRequired when a stage is still to be done
     * @throws org.hirundo.domain.error.MatrixException when the name cannot be had or the password is too weak
     */
    public Registered register(Registration registration) {
        limits.spendFrom(registration.address(), Cost.REGISTRATION_QUERY);
        var body = new Body(registration.body());
        return switch (registration.kind()) {
            case "user" -> registerUser(body, registration.address());
            case "guest" -> registerGuest(body, registration.address());
            default -> throw new InvalidParam("The kind of an account is user or guest");
        };
    }

    private Registered registerUser(Body body, String address) {
        var flows = flows();
        var username = body.string("username");
        var wanted = Sessions.Wanted.read(body, address);
        boolean inhibitLogin = body.bool("inhibit_login").orElse(false);
        username.ifPresent(usernames::available);
        body.string("password").ifPresent(passwords.policy()::check);
        var proof = auth.authorise(new InteractiveAuth.Operation("register", Optional.empty(), body.json(), flows));

        var user = created(body, username, address, proof);
        return inhibitLogin
                ? new Registered(user, Optional.empty())
                : new Registered(user, Optional.of(sessions.open(user, wanted)));
    }

    private UserId created(Body body, Optional<String> username, String address, InteractiveAuth.Proof proof) {
        try {
            var password = body.requiredString("password");
            limits.spendFrom(address, Cost.REGISTRATION);
            var user = username.map(usernames::available).orElseGet(() -> Username.generate(random, identity.server()));
            accounts.create(user, password, false);
            tokens.complete(proof);
            return user;
        } catch (MatrixException refusal) {
            tokens.cancel(proof);
            throw refusal;
        }
    }

    private Flows flows() {
        return switch (config.mode()) {
            case CLOSED -> throw new RegistrationDisabled("Registration is disabled");
            case TOKEN -> Flows.OF_REGISTRATION_TOKEN;
            case OPEN -> Flows.OF_NOTHING;
        };
    }

    /** Of what a guest says only the name of the device counts. */
    private Registered registerGuest(Body body, String address) {
        if (!config.guests()) {
            throw new RegistrationDisabled("Guest access is disabled");
        }
        var wanted = new Sessions.Wanted(Optional.empty(), body.string("initial_device_display_name"), false, address);
        limits.spendFrom(address, Cost.REGISTRATION);
        var user = Username.generate(random, identity.server());
        accounts.createGuest(user);
        return new Registered(user, Optional.of(sessions.open(user, wanted)));
    }
}
