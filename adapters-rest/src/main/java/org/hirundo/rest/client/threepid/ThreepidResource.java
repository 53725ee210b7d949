package org.hirundo.rest.client.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.account.AddThreepid;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.request.Body;
import org.hirundo.application.threepid.BindThreepid;
import org.hirundo.application.threepid.DeleteThreepid;
import org.hirundo.application.threepid.ListThreepids;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** The third-party identifiers of accounts ({@code administrative_contact.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class ThreepidResource {

    /** No identity server is told of anything: this server binds nothing there. */
    private static final JsonObject NOT_UNBOUND = JsonObject.of("id_server_unbind_result", "no-support");

    private final ListThreepids list;
    private final AddThreepid add;
    private final DeleteThreepid delete;
    private final BindThreepid bind;

    @Inject
    ThreepidResource(ListThreepids list, AddThreepid add, DeleteThreepid delete, BindThreepid bind) {
        this.list = list;
        this.add = add;
        this.delete = delete;
        this.bind = bind;
    }

    @GET
    @Path("_matrix/client/v3/account/3pid")
    public JsonObject list(@Context SecurityContext security) {
        var threepids = list.list(Caller.requester(security));
        return JsonObject.of("threepids", JsonArray.of(threepids, ThreepidResource::json));
    }

    private static JsonObject json(Threepid threepid) {
        return JsonObject.of("medium", Threepid.MEDIUM)
                .with("address", threepid.address().toString())
                .with("validated_at", threepid.validatedAt().toEpochMilli())
                .with("added_at", threepid.addedAt().toEpochMilli());
    }

    @POST
    @Path("_matrix/client/v3/account/3pid/add")
    public JsonObject add(@Context SecurityContext security, JsonObject body) {
        add.add(Caller.requester(security), body);
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/account/3pid/delete")
    public JsonObject delete(@Context SecurityContext security, JsonObject body) {
        delete.delete(Caller.requester(security), body);
        return NOT_UNBOUND;
    }

    @POST
    @Path("_matrix/client/v3/account/3pid/bind")
    public JsonObject bind(@Context SecurityContext security, JsonObject body) {
        bind.bind(Caller.requester(security), body);
        return JsonObject.EMPTY;
    }

    /** What this did before version 1.1 of the specification was to bind, and to add besides; today it binds. */
    @POST
    @Path("_matrix/client/v3/account/3pid")
    public JsonObject bindOld(@Context SecurityContext security, JsonObject body) {
        bind.bind(Caller.requester(security), new Body(body).requiredObject("three_pid_creds"));
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/account/3pid/unbind")
    public JsonObject unbind(@Context SecurityContext security, JsonObject body) {
        var identifier = new Body(body);
        identifier.requiredString("medium");
        identifier.requiredString("address");
        identifier.string("id_server");
        return NOT_UNBOUND;
    }
}
