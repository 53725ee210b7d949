package org.hirundo.rest.wellknown;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.hirundo.domain.json.JsonObject;

/** Tells whoever watches over the process that it answers. */
@Path("/")
@Singleton
public final class HealthResource {

    private static final JsonObject ANSWER = JsonObject.of("status", "up");

    /** Answered without touching the storage, so that a slow database does not get the server killed. */
    @GET
    @Path("health")
    public JsonObject health() {
        return ANSWER;
    }
}
