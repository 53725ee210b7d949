package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.AuthenticateService;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.error.AppserviceLoginUnsupported;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.json.JsonObject;

/**
 * An application service logs one of its users in.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#server-admin-style-permissions">Server admin style
 *     permissions</a>
 */
@Singleton
public final class LogInServiceUser {

    private final AuthenticateService authenticate;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final UserIdentifier identifier;

    @Inject
    public LogInServiceUser(
            AuthenticateService authenticate, AccountStore accounts, Sessions sessions, UserIdentifier identifier) {
        this.authenticate = authenticate;
        this.accounts = accounts;
        this.sessions = sessions;
        this.identifier = identifier;
    }

    /**
     * A request to log in.
     *
     * @param accessToken what the service shows
     * @param address where the request comes from
     */
    public record Login(Optional<String> accessToken, JsonObject body, String address) {}

    /**
     * Begins a session.
     *
     * @throws org.hirundo.domain.error.MissingToken when there is no token
     * @throws org.hirundo.domain.error.UnknownToken when it is not that of a service
     * @throws AppserviceLoginUnsupported when the service has said that it never logs in
     * @throws Exclusive when the user is not the service's own
     * @throws Forbidden when there is no such user
     * @throws UserLocked when the account is locked
     */
    public Sessions.Opened logIn(Login login) {
        var service = authenticate.authenticate(login.accessToken());
        if (service.features().createsDevices()) {
            throw new AppserviceLoginUnsupported("The application service creates devices, and does not log in");
        }
        var wanted = Sessions.Wanted.read(new Body(login.body()), login.address());
        var user = identifier.read(login.body()).orElseThrow(LogInServiceUser::nobody);
        if (!service.covers(user)) {
            throw new Exclusive("This user is in no namespace of the application service");
        }
        var account = accounts.find(user).filter(found -> !found.deactivated()).orElseThrow(LogInServiceUser::nobody);
        if (account.locked()) {
            throw new UserLocked();
        }
        return sessions.open(user, wanted);
    }

    private static Forbidden nobody() {
        return new Forbidden("The application service has not registered this user");
    }
}
