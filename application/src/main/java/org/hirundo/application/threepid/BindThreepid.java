package org.hirundo.application.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.ServerNotTrusted;
import org.hirundo.domain.json.JsonObject;

/**
 * A user wants an identity server to tell others who has an address. This server calls none: the ones there were are gone or
 * going, and each would learn whom users know.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3account3pidbind">POST /account/3pid/bind</a>
 */
@Singleton
public final class BindThreepid {

    @Inject
    public BindThreepid() {}

    /**
     * Refuses.
     *
     * @throws ServerNotTrusted always, if the request is one
     */
    public void bind(Requester requester, JsonObject credentials) {
        requester.refuseGuest();
        var body = new Body(credentials);
        Opaque.read(body, "sid");
        Opaque.read(body, "client_secret");
        body.requiredString("id_access_token");
        throw new ServerNotTrusted(
                "This server does not work with the identity server " + body.requiredString("id_server"));
    }
}
