package org.hirundo.application.port.push;

import java.net.URI;
import java.util.Set;
import org.hirundo.domain.json.JsonObject;

/** Speaks to push gateways. */
public interface PushGateway {

    /**
     * Hands a notification to a gateway.
     *
     * @param notification the body of the request
     * @return the pushkeys that the gateway does not take any more
     * @throws PushGatewayFailure when it is not known that the gateway has it
     * @see <a href="https://spec.matrix.org/v1.19/push-gateway-api/#post_matrixpushv1notify">POST /notify</a>
     */
    Set<String> notify(URI gateway, JsonObject notification) throws PushGatewayFailure;
}
