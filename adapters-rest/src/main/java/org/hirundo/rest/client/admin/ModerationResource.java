package org.hirundo.rest.client.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.admin.GetModeration;
import org.hirundo.application.admin.LockAccount;
import org.hirundo.application.admin.SuspendAccount;
import org.hirundo.application.request.Body;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** Locks and suspends accounts ({@code admin.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class ModerationResource {

    private final GetModeration getModeration;
    private final LockAccount lockAccount;
    private final SuspendAccount suspendAccount;

    @Inject
    public ModerationResource(GetModeration getModeration, LockAccount lockAccount, SuspendAccount suspendAccount) {
        this.getModeration = getModeration;
        this.lockAccount = lockAccount;
        this.suspendAccount = suspendAccount;
    }

    @GET
    @Path("_matrix/client/v1/admin/lock/{userId}")
    public JsonObject locked(@Context SecurityContext security, @PathParam("userId") UserId user) {
        var moderation = getModeration.get(Caller.requester(security), user);
        return JsonObject.of("locked", JsonBoolean.of(moderation.locked()));
    }

    @PUT
    @Path("_matrix/client/v1/admin/lock/{userId}")
    public JsonObject lock(@Context SecurityContext security, @PathParam("userId") UserId user, JsonObject body) {
        var locked = new Body(body).requiredBool("locked");
        lockAccount.lock(Caller.requester(security), user, locked);
        return JsonObject.of("locked", JsonBoolean.of(locked));
    }

    @GET
    @Path("_matrix/client/v1/admin/suspend/{userId}")
    public JsonObject suspended(@Context SecurityContext security, @PathParam("userId") UserId user) {
        var moderation = getModeration.get(Caller.requester(security), user);
        return JsonObject.of("suspended", JsonBoolean.of(moderation.suspended()));
    }

    @PUT
    @Path("_matrix/client/v1/admin/suspend/{userId}")
    public JsonObject suspend(@Context SecurityContext security, @PathParam("userId") UserId user, JsonObject body) {
        var suspended = new Body(body).requiredBool("suspended");
        suspendAccount.suspend(Caller.requester(security), user, suspended);
        return JsonObject.of("suspended", JsonBoolean.of(suspended));
    }
}
