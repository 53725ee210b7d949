package org.hirundo.application.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonObject;

/**
 * One third-party network.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3thirdpartyprotocolprotocol">GET
 *     /thirdparty/protocol/{protocol}</a>
 */
@Singleton
public final class GetThirdPartyProtocol {

    private final ThirdPartyProtocols protocols;
    private final RateLimiter limits;

    @Inject
    GetThirdPartyProtocol(ThirdPartyProtocols protocols, RateLimiter limits) {
        this.protocols = protocols;
        this.limits = limits;
    }

    /**
     * What is told of the protocol.
     *
     * @throws NotFound when nothing is
     */
    public JsonObject get(Requester requester, String protocol) {
        limits.spend(requester, Cost.SEARCH);
        return protocols.find(protocol).orElseThrow(() -> new NotFound("No such protocol"));
    }
}
