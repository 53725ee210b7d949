package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.Identity;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Authenticate;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.threepid.Validations;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.account.Username;
import org.hirundo.domain.error.Forbidden;
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

    private static final System.Logger LOG = System.getLogger(RegisterAccount.class.getName());

    private final RegistrationConfig config;
    private final RegistrationFlows flows;
    private final PasswordConfig passwords;
    private final Usernames usernames;
    private final NewAccounts accounts;
    private final InteractiveAuth auth;
    private final Authenticate authenticate;
    private final RegistrationTokenUses tokens;
    private final ThreepidStore threepids;
    private final Validations validations;
    private final Sessions sessions;
    private final RateLimiter limits;
    private final Identity identity;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    RegisterAccount(
            RegistrationConfig config,
            RegistrationFlows flows,
            PasswordConfig passwords,
            Usernames usernames,
            NewAccounts accounts,
            InteractiveAuth auth,
            Authenticate authenticate,
            RegistrationTokenUses tokens,
            ThreepidStore threepids,
            Validations validations,
            Sessions sessions,
            RateLimiter limits,
            Identity identity,
            InstantSource clock,
            RandomGenerator random) {
        this.config = config;
        this.flows = flows;
        this.passwords = passwords;
        this.usernames = usernames;
        this.accounts = accounts;
        this.auth = auth;
        this.authenticate = authenticate;
        this.tokens = tokens;
        this.threepids = threepids;
        this.validations = validations;
        this.sessions = sessions;
        this.limits = limits;
        this.identity = identity;
        this.clock = clock;
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
        var ways = flows.flows();
        var username = body.string("username");
        var wanted = Sessions.Wanted.read(body, address);
        boolean inhibitLogin = body.bool("inhibit_login").orElse(false);
        var guest = guest(body, username, address);
        if (guest.isEmpty()) {
            username.ifPresent(usernames::available);
        }
        body.string("password").ifPresent(passwords.policy()::check);
        var proof =
                auth.authorise(new InteractiveAuth.Operation(Flows.REGISTRATION, Optional.empty(), body.json(), ways));

        var user = created(body, new Name(username, guest), address, proof);
        return inhibitLogin
                ? new Registered(user, Optional.empty())
                : new Registered(user, Optional.of(sessions.open(user, wanted)));
    }

    /** What the account is to be called, and the guest whose it is already. */
    private record Name(Optional<String> username, Optional<UserId> guest) {}

    /**
     * The guest who wants to become a user, and shows the access token of a guest.
     *
     * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#guest-access">Guest access</a>
     */
    private Optional<UserId> guest(Body body, Optional<String> username, String address) {
        var token = body.string("guest_access_token");
        if (token.isEmpty()) {
            return Optional.empty();
        }
        var guest = authenticate.authenticate(new Authenticate.Credentials(token, address, false));
        if (!guest.isGuest()) {
            throw new Forbidden("This is not the access token of a guest");
        }
        if (username.filter(guest.user().localpart()::equals).isEmpty()) {
            throw new InvalidParam("The user name of a guest stays what it is");
        }
        return Optional.of(guest.user());
    }

    private UserId created(Body body, Name name, String address, InteractiveAuth.Proof proof) {
        try {
            var password = body.requiredString("password");
            limits.spendFrom(address, Cost.REGISTRATION);
            var user = name.guest().orElseGet(() -> newUser(name.username()));
            if (name.guest().isPresent()) {
                accounts.upgradeGuest(user, password);
            } else {
                accounts.create(user, password, false);
            }
            tokens.complete(proof);
            note(user, proof);
            ShownAddress.of(proof).ifPresent(shown -> addAddress(user, shown));
            return user;
        } catch (MatrixException refusal) {
            tokens.cancel(proof);
            throw refusal;
        }
    }

    private UserId newUser(Optional<String> username) {
        return username.map(usernames::available).orElseGet(() -> Username.generate(random, identity.server()));
    }

    /** Somebody else may have got the address meanwhile; then the account is there without it. */
    private void addAddress(UserId user, ShownAddress shown) {
        threepids.add(user, shown.addedAt(clock.instant()));
        validations.end(shown.sid());
    }

    private static void note(UserId user, InteractiveAuth.Proof proof) {
        proof.kept()
                .object(Flows.TERMS)
                .ifPresent(accepted -> LOG.log(System.Logger.Level.INFO, "{0} accepted {1}", user, accepted));
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
