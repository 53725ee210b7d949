package org.hirundo.application.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Predicate;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.ThirdPartyLookup;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * Looks for users and places of third-party networks, or for what is behind those of Matrix.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#third-party-networks">Third-party networks</a>
 */
@Singleton
public final class LookUpThirdParty {

    private final ServiceQueries queries;
    private final AppserviceGateway gateway;
    private final RateLimiter limits;

    @Inject
    LookUpThirdParty(ServiceQueries queries, AppserviceGateway gateway, RateLimiter limits) {
        this.queries = queries;
        this.gateway = gateway;
        this.limits = limits;
    }

    /**
     * What all services find that serve the protocol; all that serve any where none is given.
     *
     * @throws NotFound when that is nothing
     */
    public JsonArray lookUp(Requester requester, ThirdPartyLookup lookup) {
        limits.spend(requester, Cost.SEARCH);
        Predicate<Registration> serves = lookup.protocol()
                .<Predicate<Registration>>map(
                        protocol -> service -> service.protocols().contains(protocol))
                .orElse(service -> !service.protocols().isEmpty());
        var found = queries.ask(serves, service -> Optional.of(gateway.lookUp(service, lookup))).stream()
                .flatMap(JsonArray::objectsIn)
                .toList();
        if (found.isEmpty()) {
            throw new NotFound("Nothing was found");
        }
        return JsonArray.of(found, (JsonObject one) -> one);
    }
}
