package org.hirundo.application.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user takes a third-party identifier from the account. One that the account has not is as good as taken from it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3account3piddelete">POST
 *     /account/3pid/delete</a>
 */
@Singleton
public final class DeleteThreepid {

    private final ThreepidStore threepids;
    private final PushStore pushers;
    private final RateLimiter limits;

    @Inject
    public DeleteThreepid(ThreepidStore threepids, PushStore pushers, RateLimiter limits) {
        this.threepids = threepids;
        this.pushers = pushers;
        this.limits = limits;
    }

    /**
     * Takes the {@code address} of the body from the account, if it is of the medium that accounts have addresses of; no more mails
     * are sent to it.
     */
    public void delete(Requester requester, JsonObject request) {
        requester.refuseGuest();
        limits.spend(requester, Cost.SETTINGS);
        var body = new Body(request);
        body.string("id_server");
        var address = body.requiredString("address");
        if (body.requiredString("medium").equals(Threepid.MEDIUM)) {
            EmailAddress.find(address).ifPresent(found -> delete(requester.user(), found));
        }
    }

    private void delete(UserId user, EmailAddress address) {
        threepids.remove(user, address);
        pushers.remove(Pusher.Key.ofMail(user, address));
    }
}
