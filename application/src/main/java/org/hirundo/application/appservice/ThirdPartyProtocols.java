package org.hirundo.application.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Optional;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/** What application services say of the protocols that they serve. */
@Singleton
final class ThirdPartyProtocols {

    private final ServiceQueries queries;
    private final AppserviceGateway gateway;

    private record Told(Registration service, JsonObject protocol) {}

    @Inject
    ThirdPartyProtocols(ServiceQueries queries, AppserviceGateway gateway) {
        this.queries = queries;
        this.gateway = gateway;
    }

    /**
     * What is told of the protocol: what the first service says that serves it, with the instances of all of them, each with an id of
     * which there is no second one here; empty when none says anything.
     */
    Optional<JsonObject> find(String protocol) {
        var told = queries.ask(
                service -> service.protocols().contains(protocol),
                service -> gateway.protocol(service, protocol).map(answer -> new Told(service, answer)));
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var instances = new ArrayList<JsonObject>();
        for (var one : told) {
            one.protocol()
                    .array("instances")
                    .orElse(JsonArray.EMPTY)
                    .objectsIn()
                    .map(instance -> instance.with(
                            "instance_id",
                            one.service()
                                    .instanceOf(instance.string("network_id").orElse(""))))
                    .forEach(instances::add);
        }
        return Optional.of(told.getFirst().protocol().with("instances", JsonArray.of(instances, instance -> instance)));
    }
}
