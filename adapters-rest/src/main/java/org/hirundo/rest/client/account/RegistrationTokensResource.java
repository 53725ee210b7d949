package org.hirundo.rest.client.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.hirundo.application.account.CreateRegistrationToken;
import org.hirundo.application.account.DeleteRegistrationToken;
import org.hirundo.application.account.ListRegistrationTokens;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Caller;

/**
 * Manages registration tokens for whoever knows the server's secret; the command {@code hirundo token} calls it. The nonce comes from
 * {@link SharedSecretResource}. The members of a token are called as in the administration interface of other homeservers.
 */
@Path("/")
@Singleton
public final class RegistrationTokensResource {

    private final CreateRegistrationToken create;
    private final ListRegistrationTokens list;
    private final DeleteRegistrationToken delete;

    @Inject
    public RegistrationTokensResource(
            CreateRegistrationToken create, ListRegistrationTokens list, DeleteRegistrationToken delete) {
        this.create = create;
        this.list = list;
        this.delete = delete;
    }

    @POST
    @Path("_hirundo/admin/v1/registration_tokens/create")
    public JsonObject create(@Context SecurityContext security, JsonObject body) {
        return json(create.create(body, Caller.of(security).address()));
    }

    @POST
    @Path("_hirundo/admin/v1/registration_tokens/list")
    public JsonObject list(@Context SecurityContext security, JsonObject body) {
        var tokens = list.list(body, Caller.of(security).address());
        return JsonObject.of("registration_tokens", JsonArray.of(tokens, RegistrationTokensResource::json));
    }

    @POST
    @Path("_hirundo/admin/v1/registration_tokens/delete")
    public JsonObject delete(@Context SecurityContext security, JsonObject body) {
        delete.delete(body, Caller.of(security).address());
        return JsonObject.EMPTY;
    }

    private static JsonObject json(RegistrationToken token) {
        var json = JsonObject.builder()
                .put("token", token.token())
                .put("pending", token.pending())
                .put("completed", token.completed());
        token.usesAllowed().ifPresent(uses -> json.put("uses_allowed", uses));
        token.expiresAt().map(Instant::toEpochMilli).ifPresent(end -> json.put("expiry_time", end));
        return json.build();
    }
}
