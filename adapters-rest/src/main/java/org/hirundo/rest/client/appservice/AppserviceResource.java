package org.hirundo.rest.client.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.appservice.transaction.PingService;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** For application services ({@code appservice_ping.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class AppserviceResource {

    private final PingService pingService;

    @Inject
    public AppserviceResource(PingService pingService) {
        this.pingService = pingService;
    }

    @POST
    @Path("_matrix/client/v1/appservice/{appserviceId}/ping")
    public JsonObject ping(
            @Context SecurityContext security, @PathParam("appserviceId") String service, JsonObject body) {
        var took = pingService.ping(Caller.requester(security), service, body);
        return JsonObject.of("duration_ms", new JsonInteger(took.toMillis()));
    }
}
