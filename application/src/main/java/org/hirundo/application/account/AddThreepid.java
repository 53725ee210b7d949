package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.application.threepid.Validations;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.domain.error.ThreepidAuthFailed;
import org.hirundo.domain.error.ThreepidInUse;
import org.hirundo.domain.error.ThreepidMediumNotSupported;
import org.hirundo.domain.json.JsonObject;

/**
 * A user adds a mail address to the account.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3account3pidadd">POST /account/3pid/add</a>
 */
@Singleton
public final class AddThreepid {

    private final MailConfig config;
    private final InteractiveAuth auth;
    private final Validations validations;
    private final ThreepidStore threepids;
    private final RateLimiter limits;

    @Inject
    AddThreepid(
            MailConfig config,
            InteractiveAuth auth,
            Validations validations,
            ThreepidStore threepids,
            RateLimiter limits) {
        this.config = config;
        this.auth = auth;
        this.validations = validations;
        this.threepids = threepids;
        this.limits = limits;
    }

    /**
     * Adds the address of the session that the body tells.
     *
     * @throws ThreepidAuthFailed when it was not shown that it is the user's
     * @throws ThreepidInUse when another account has it
     * @throws ThreepidMediumNotSupported when no mails are sent here
     * @throws org.hirundo.domain.error.InteractiveAuthRequired when a stage is still to be done
     */
    public void add(Requester requester, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.SETTINGS);
        var body = new Body(request);
        var sid = body.requiredString("sid");
        body.requiredString("client_secret");
        auth.authorise(new InteractiveAuth.Operation(
                "add third-party identifier", Optional.of(requester.user()), request, Flows.OF_PASSWORD));
        if (config.mail().isEmpty()) {
            throw new ThreepidMediumNotSupported("This server does not work with mail addresses");
        }
        var threepid = validations
                .shown(Purpose.ADDITION, request)
                .orElseThrow(() -> new ThreepidAuthFailed("The link in the mail was not followed yet"));
        if (!threepids.add(requester.user(), threepid)) {
            throw new ThreepidInUse("An account has this address already");
        }
        validations.end(sid);
    }
}
