package org.hirundo.rest.federation.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.membership.AcceptBinding;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Caller;

/** Hears of new bindings ({@code third_party_invite.yaml}); no signature is asked for, for each invite has its proof in it. */
@Path("/")
@Singleton
public final class BindingResource {

    private static final String PATH = "_matrix/federation/v1/3pid/onbind";

    private final AcceptBinding acceptBinding;

    @Inject
    public BindingResource(AcceptBinding acceptBinding) {
        this.acceptBinding = acceptBinding;
    }

    @PUT
    @Path(PATH)
    public JsonObject bound(@Context SecurityContext security, JsonObject body) {
        acceptBinding.accept(body, Caller.of(security).address());
        return JsonObject.EMPTY;
    }

    /** The specification names the one method in its API and the other in its pictures; identity servers use the latter. */
    @POST
    @Path(PATH)
    public JsonObject boundByPost(@Context SecurityContext security, JsonObject body) {
        return bound(security, body);
    }
}
