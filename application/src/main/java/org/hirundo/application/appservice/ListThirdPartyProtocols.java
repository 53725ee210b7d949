package org.hirundo.application.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.json.JsonObject;

/**
 * The third-party networks that are bridged here.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3thirdpartyprotocols">GET
 *     /thirdparty/protocols</a>
 */
@Singleton
public final class ListThirdPartyProtocols {

    private final Appservices services;
    private final ThirdPartyProtocols protocols;
    private final RateLimiter limits;

    @Inject
    ListThirdPartyProtocols(Appservices services, ThirdPartyProtocols protocols, RateLimiter limits) {
        this.services = services;
        this.protocols = protocols;
        this.limits = limits;
    }

    /** What is told of the protocols of which anything is, by their names. */
    public SequencedMap<String, JsonObject> list(Requester requester) {
        limits.spend(requester, Cost.SEARCH);
        var found = new TreeMap<String, JsonObject>();
        services.all().stream()
                .flatMap(service -> service.protocols().stream())
                .distinct()
                .forEach(name -> protocols.find(name).ifPresent(protocol -> found.put(name, protocol)));
        return found;
    }
}
