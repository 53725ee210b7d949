package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.UnknownDevice;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * Finds out who asks.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#using-access-tokens">Using access tokens</a>
 */
@Singleton
public final class Authenticate {

    private final Appservices services;
    private final SessionStore sessions;
    private final AccountStore accounts;
    private final TokenCache known;
    private final DeviceActivity activity;
    private final InstantSource clock;

    @Inject
    public Authenticate(
            Appservices services,
            SessionStore sessions,
            AccountStore accounts,
            TokenCache known,
            DeviceActivity activity,
            InstantSource clock) {
        this.services = services;
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
     * @param assertion who it says to be; believed of application services alone, and of nobody else looked at
     */
    public record Credentials(Optional<String> accessToken, String address, boolean evenIfLocked, Assertion assertion) {

        /** Without any assertion. */
        public Credentials(Optional<String> accessToken, String address, boolean evenIfLocked) {
            this(accessToken, address, evenIfLocked, Assertion.NONE);
        }
    }

    /**
     * Whom an application service says to be: one of its users, perhaps on one of their devices.
     *
     * @param user the user id; without it, the service is the sender of its registration
     * @param device the device id
     * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#identity-assertion">Identity assertion</a>
     */
    public record Assertion(Optional<String> user, Optional<String> device) {

        /** Nobody in particular. */
        public static final Assertion NONE = new Assertion(Optional.empty(), Optional.empty());
    }

    /**
     * Who asks.
     *
     * @throws MissingToken when there is no token
     * @throws UnknownToken when the token gives nothing, with soft logout when it merely expired
     * @throws UserLocked when the account is locked
     * @throws Forbidden when an application service says to be somebody who is not its own, or has no account
     * @throws UnknownDevice when an application service names a device that its user does not have
     */
    public Requester authenticate(Credentials credentials) {
        var shown = credentials.accessToken().filter(token -> !token.isEmpty()).orElseThrow(MissingToken::new);
        var secret = SecretToken.of(shown).orElseThrow(Authenticate::unknown);
        var service = services.find(secret);
        var token = new TokenHash(secret.hash());
        var session = service.isPresent()
                ? session(service.get(), token, credentials.assertion())
                : known.find(token).orElseGet(() -> read(token));
        var now = clock.instant();
        if (session.grant().expiresAt().filter(end -> !now.isBefore(end)).isPresent()) {
            throw new UnknownToken(true);
        }
        if (session.account().locked() && !credentials.evenIfLocked()) {
            throw new UserLocked();
        }
        var grant = session.grant();
        if (!grant.device().equals(Requester.NO_DEVICE)) {
            activity.note(grant.user(), grant.device(), now, credentials.address());
        }
        return requester(session, service);
    }

    private Requester requester(TokenCache.Known session, Optional<Registration> asking) {
        var account = session.account();
        var kind = Requester.Kind.of(account.kind());
        var grant = session.grant();
        return new Requester(
                grant.user(),
                grant.device(),
                asking.isPresent() ? Requester.Kind.APPSERVICE : kind,
                account.admin(),
                account.suspended(),
                grant.accessToken(),
                kind == Requester.Kind.APPSERVICE ? asking.or(() -> services.owner(grant.user())) : asking);
    }

    /** The service as the user that it says to be. */
    private TokenCache.Known session(Registration service, TokenHash token, Assertion assertion) {
        var user = assertion
                .user()
                .map(id -> UserId.find(id).orElseThrow(() -> new InvalidParam("user_id is not a user id")))
                .orElse(service.sender());
        if (!service.covers(user)) {
            throw new Forbidden("The application service cannot act as this user");
        }
        var device = assertion.device();
        // No token can have this hash, so that nobody gets by a token what is remembered of a service.
        var key = new TokenHash(token.value() + " " + user + " " + device.orElse(""));
        return known.find(key).orElseGet(() -> {
            var stamp = known.stamp();
            var account = accounts.find(user)
                    .filter(found -> !found.deactivated())
                    .orElseThrow(() -> new Forbidden("The application service has not registered this user"));
            var grant = new AccessGrant(
                    token, user, device.map(id -> device(user, id)).orElse(Requester.NO_DEVICE), Optional.empty());
            var session = new TokenCache.Known(grant, account);
            known.remember(key, session, stamp);
            return session;
        });
    }

    private DeviceId device(UserId user, String id) {
        var device = new DeviceId(id);
        if (sessions.device(user, device).isEmpty()) {
            throw new UnknownDevice("The user has no device of this id");
        }
        return device;
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
