package org.hirundo.rest.client.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.hirundo.application.notice.SendServerNotice;
import org.hirundo.application.request.Body;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;

/** Server notices, as administrators' tools send them. */
@Path("/")
@Authenticated
@Singleton
public final class ServerNoticeResource {

    private final SendServerNotice sendServerNotice;

    @Inject
    public ServerNoticeResource(SendServerNotice sendServerNotice) {
        this.sendServerNotice = sendServerNotice;
    }

    @POST
    @Path("_synapse/admin/v1/send_server_notice")
    public JsonObject send(@Context SecurityContext security, @MayBeEmpty JsonObject body) {
        return send(security, body, Optional.empty());
    }

    @PUT
    @Path("_synapse/admin/v1/send_server_notice/{txnId}")
    public JsonObject send(
            @Context SecurityContext security,
            @PathParam("txnId") TransactionId transaction,
            @MayBeEmpty JsonObject body) {
        return send(security, body, Optional.of(transaction));
    }

    private JsonObject send(SecurityContext security, JsonObject body, Optional<TransactionId> transaction) {
        var event = sendServerNotice.send(Caller.requester(security), new Body(body), transaction);
        return JsonObject.of("event_id", event.value());
    }
}
