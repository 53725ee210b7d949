package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.account.PasswordHashing;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.threepid.Validations;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.error.ThreepidNotFound;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user changes the password, or sets another because it was forgotten. The session it is done in stays.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3accountpassword">POST
 *     /account/password</a>
 */
@Singleton
public final class ChangePassword {

    private final PasswordConfig config;
    private final MailConfig mail;
    private final InteractiveAuth auth;
    private final PasswordHashing hashing;
    private final Accounts accounts;
    private final ThreepidStore threepids;
    private final Validations validations;
    private final Sessions sessions;
    private final RateLimiter limits;

    @Inject
    ChangePassword(
            PasswordConfig config,
            MailConfig mail,
            InteractiveAuth auth,
            PasswordHashing hashing,
            Accounts accounts,
            ThreepidStore threepids,
            Validations validations,
            Sessions sessions,
            RateLimiter limits) {
        this.config = config;
        this.mail = mail;
        this.auth = auth;
        this.hashing = hashing;
        this.accounts = accounts;
        this.threepids = threepids;
        this.validations = validations;
        this.sessions = sessions;
        this.limits = limits;
    }

    /**
     * A request for another password.
     *
     * @param requester who asks, empty for somebody who is not signed in and knows no password, but reads the account's mail
     * @param address where the request comes from
     */
    public record Change(Optional<Requester> requester, JsonObject body, String address) {}

    /**
     * Changes the password, and ends the user's other sessions unless the client wants to keep them.
     *
     * @throws Forbidden when passwords cannot be changed here
     * @throws MissingToken when somebody is not signed in and there are no mails to prove anything with
     * @throws ThreepidNotFound when no account has the mail address, or none any more
     * @throws org.hirundo.domain.error.InteractiveAuthRequired when a stage is still to be done
     * @throws org.hirundo.domain.error.MatrixException when the new password is too weak
     */
    public void change(Change change) {
        var requester = change.requester();
        requester.ifPresent(Requester::refuseGuest);
        if (requester.isEmpty() && mail.mail().isEmpty()) {
            throw new MissingToken();
        }
        if (!config.change()) {
            throw new Forbidden("Passwords cannot be changed here");
        }
        requester.ifPresentOrElse(
                asking -> limits.spend(asking, Cost.SETTINGS),
                () -> limits.spendFrom(change.address(), Cost.REGISTRATION_QUERY));
        var body = new Body(change.body());
        var logoutDevices = body.bool("logout_devices").orElse(true);
        body.string("new_password").ifPresent(config.policy()::check);
        var proof = auth.authorise(new InteractiveAuth.Operation(
                Flows.PASSWORD_CHANGE, requester.map(Requester::user), change.body(), flows(requester)));

        var shown = ShownAddress.of(proof);
        var user = user(requester, shown);
        var hash = hashing.hash(body.requiredString("new_password"));
        accounts.change(user, account -> account.withPasswordHash(Optional.of(hash)));
        shown.ifPresent(address -> validations.end(address.sid()));
        if (logoutDevices) {
            sessions.endAllBut(
                    user, requester.map(Requester::device).map(Set::of).orElse(Set.of()));
        }
    }

    private Flows flows(Optional<Requester> requester) {
        if (requester.isEmpty()) {
            return Flows.OF_EMAIL_IDENTITY;
        }
        return mail.mail().isPresent() ? Flows.OF_PASSWORD_OR_EMAIL_IDENTITY : Flows.OF_PASSWORD;
    }

    /** Whose password it is. Whoever is signed in changes their own, and no mail of another account helps them to another's. */
    private UserId user(Optional<Requester> requester, Optional<ShownAddress> shown) {
        var owner = shown.map(address -> threepids
                .owner(address.address())
                .orElseThrow(() -> new ThreepidNotFound("No account has this address")));
        if (requester.isPresent() && owner.isPresent()) {
            requester.get().refuseUnlessSelf(owner.get());
        }
        return requester.map(Requester::user).or(() -> owner).orElseThrow();
    }
}
