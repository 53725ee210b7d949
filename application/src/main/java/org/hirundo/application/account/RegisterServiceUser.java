package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.config.Identity;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.AuthenticateService;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.account.Username;
import org.hirundo.domain.error.AppserviceLoginUnsupported;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.json.JsonObject;

/**
 * An application service registers one of its users, who has no password and is asked for nothing.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#server-admin-style-permissions">Server admin style
 *     permissions</a>
 */
@Singleton
public final class RegisterServiceUser {

    private final AuthenticateService authenticate;
    private final Usernames usernames;
    private final NewAccounts accounts;
    private final Sessions sessions;
    private final Identity identity;

    @Inject
    RegisterServiceUser(
            AuthenticateService authenticate,
            Usernames usernames,
            NewAccounts accounts,
            Sessions sessions,
            Identity identity) {
        this.authenticate = authenticate;
        this.usernames = usernames;
        this.accounts = accounts;
        this.sessions = sessions;
        this.identity = identity;
    }

    /**
     * A request to register.
     *
     * @param accessToken what the service shows
     * @param address where the request comes from
     */
    public record Registration(Optional<String> accessToken, JsonObject body, String address) {}

    /**
     * Makes the account, and begins a session unless the service does not want any.
     *
     * @throws org.hirundo.domain.error.MissingToken when there is no token
     * @throws org.hirundo.domain.error.UnknownToken when it is not that of a service
     * @throws Exclusive when the user is not the service's own, or another one's alone
     * @throws AppserviceLoginUnsupported when the service has said that it needs no sessions, and wants one
     * @throws org.hirundo.domain.error.MatrixException when the name cannot be had
     */
    public RegisterAccount.Registered register(Registration registration) {
        var service = authenticate.authenticate(registration.accessToken());
        var body = new Body(registration.body());
        boolean inhibitLogin = body.bool("inhibit_login").orElse(false);
        if (service.features().createsDevices() && !inhibitLogin) {
            throw new AppserviceLoginUnsupported("The application service registers its users with inhibit_login");
        }
        var wanted = Sessions.Wanted.read(body, registration.address());
        var user = Username.register(body.requiredString("username"), identity.server());
        if (!service.covers(user)) {
            throw new Exclusive("This user name is in no namespace of the application service");
        }
        usernames.refuseReserved(user, Optional.of(service));
        accounts.createForService(user);
        return inhibitLogin
                ? new RegisterAccount.Registered(user, Optional.empty())
                : new RegisterAccount.Registered(user, Optional.of(sessions.open(user, wanted)));
    }
}
