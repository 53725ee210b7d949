package org.hirundo.rest.client.receipt;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.presence.ReadPresence;
import org.hirundo.application.presence.SetPresence;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.presence.PresenceRequest;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** Who is there ({@code presence.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class PresenceResource {

    private final SetPresence setPresence;
    private final ReadPresence readPresence;

    @Inject
    public PresenceResource(SetPresence setPresence, ReadPresence readPresence) {
        this.setPresence = setPresence;
        this.readPresence = readPresence;
    }

    @PUT
    @Path("_matrix/client/v3/presence/{userId}/status")
    public JsonObject set(@Context SecurityContext security, @PathParam("userId") UserId user, JsonObject in) {
        setPresence.set(Caller.requester(security), user, PresenceRequest.parse(in));
        return JsonObject.EMPTY;
    }

    @GET
    @Path("_matrix/client/v3/presence/{userId}/status")
    public JsonObject read(@Context SecurityContext security, @PathParam("userId") UserId user) {
        return readPresence.read(Caller.requester(security), user);
    }
}
