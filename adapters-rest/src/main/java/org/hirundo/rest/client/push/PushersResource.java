package org.hirundo.rest.client.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.push.ListPushers;
import org.hirundo.application.push.SetPusher;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** Pushers ({@code pusher.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class PushersResource {

    private final ListPushers listPushers;
    private final SetPusher setPusher;

    @Inject
    public PushersResource(ListPushers listPushers, SetPusher setPusher) {
        this.listPushers = listPushers;
        this.setPusher = setPusher;
    }

    @GET
    @Path("_matrix/client/v3/pushers")
    public JsonObject list(@Context SecurityContext security) {
        var pushers = listPushers.list(Caller.requester(security));
        return JsonObject.of("pushers", JsonArray.of(pushers, PushersResource::shown));
    }

    private static JsonObject shown(Pusher pusher) {
        return pusher.description()
                .with("app_id", pusher.key().app())
                .with("pushkey", pusher.key().pushkey())
                .with(Pusher.ENABLED, JsonBoolean.of(pusher.enabled()))
                .with("org.matrix.msc3881.device_id", pusher.device().value());
    }

    @POST
    @Path("_matrix/client/v3/pushers/set")
    public JsonObject set(@Context SecurityContext security, JsonObject pusher) {
        setPusher.set(Caller.requester(security), pusher);
        return JsonObject.EMPTY;
    }
}
