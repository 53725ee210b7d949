package org.hirundo.application.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.ThreepidMediumNotSupported;
import org.hirundo.domain.json.JsonObject;

/**
 * A client wants to show that a telephone number is its user's, which is not possible here.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3registermsisdnrequesttoken">POST
 *     /register/msisdn/requestToken</a>
 */
@Singleton
public final class RequestPhoneValidation {

    @Inject
    public RequestPhoneValidation() {}

    /**
     * Refuses.
     *
     * @throws ThreepidMediumNotSupported always, if the request is one
     */
    public void request(JsonObject request) {
        var body = new Body(request);
        Opaque.read(body, "client_secret");
        body.requiredString("country");
        body.requiredString("phone_number");
        body.requiredInteger("send_attempt");
        body.string("next_link");
        throw new ThreepidMediumNotSupported("This server does not work with telephone numbers");
    }
}
