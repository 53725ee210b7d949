package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.PasswordHashing;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.json.JsonObject;

/**
 * A user changes the password. The session it is done in stays.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3accountpassword">POST
 *     /account/password</a>
 */
@Singleton
public final class ChangePassword {

    private final PasswordConfig config;
    private final InteractiveAuth auth;
    private final PasswordHashing hashing;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RateLimiter limits;

    @Inject
    public ChangePassword(
            PasswordConfig config,
            InteractiveAuth auth,
            PasswordHashing hashing,
            Accounts accounts,
            Sessions sessions,
            RateLimiter limits) {
        this.config = config;
        this.auth = auth;
        this.hashing = hashing;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
    }

    /**
     * Changes the password, and ends the user's other sessions unless the client wants to keep them.
     *
     * @throws Forbidden when passwords cannot be changed here
     * @throws org.hirundo.domain.error.InteractiveAuthRequired when a stage is still to be done
     * @throws org.hirundo.domain.error.MatrixException when the new password is too weak
     */
    public void change(Requester requester, JsonObject request) {
        requester.refuseGuest();
        if (!config.change()) {
            throw new Forbidden("Passwords cannot be changed here");
        }
        limits.spend(requester, Cost.SETTINGS);
        var body = new Body(request);
        var logoutDevices = body.bool("logout_devices").orElse(true);
        body.string("new_password").ifPresent(config.policy()::check);
        auth.authorise(
                new InteractiveAuth.Operation("password", Optional.of(requester.user()), request, Flows.OF_PASSWORD));

        var hash = hashing.hash(body.requiredString("new_password"));
        accounts.change(requester.user(), account -> account.withPasswordHash(Optional.of(hash)));
        if (logoutDevices) {
            sessions.endAllBut(requester.user(), Set.of(requester.device()));
        }
    }
}
