package org.hirundo.rest.client.rendezvous;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.rendezvous.CancelRendezvous;
import org.hirundo.application.rendezvous.CheckRendezvous;
import org.hirundo.application.rendezvous.CreateRendezvous;
import org.hirundo.application.rendezvous.ReadRendezvous;
import org.hirundo.application.rendezvous.Rendezvous;
import org.hirundo.application.rendezvous.SendToRendezvous;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsAnybody;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Where two devices meet to sign one of them in with a QR code.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4388">MSC4388</a>
 */
@Path("/")
@Singleton
public final class RendezvousResource {

    private static final String RENDEZVOUS = "_matrix/client/unstable/io.element.msc4388/rendezvous";
    private static final String ONE = RENDEZVOUS + "/{rendezvousId}";

    private final CheckRendezvous checkRendezvous;
    private final CreateRendezvous createRendezvous;
    private final SendToRendezvous sendToRendezvous;
    private final ReadRendezvous readRendezvous;
    private final CancelRendezvous cancelRendezvous;

    @Inject
    public RendezvousResource(
            CheckRendezvous checkRendezvous,
            CreateRendezvous createRendezvous,
            SendToRendezvous sendToRendezvous,
            ReadRendezvous readRendezvous,
            CancelRendezvous cancelRendezvous) {
        this.checkRendezvous = checkRendezvous;
        this.createRendezvous = createRendezvous;
        this.sendToRendezvous = sendToRendezvous;
        this.readRendezvous = readRendezvous;
        this.cancelRendezvous = cancelRendezvous;
    }

    @GET
    @Path(RENDEZVOUS)
    @Authenticated
    @AllowsAnybody
    public JsonObject check(@Context SecurityContext security) {
        var caller = Caller.of(security);
        return JsonObject.of(
                "create_available", JsonBoolean.of(checkRendezvous.mayCreate(caller.requester(), caller.address())));
    }

    @POST
    @Path(RENDEZVOUS)
    @Authenticated
    @AllowsAnybody
    public JsonObject create(@Context SecurityContext security, JsonObject body) {
        var caller = Caller.of(security);
        var data = new Body(body).requiredString("data");
        var created = createRendezvous.create(caller.requester(), caller.address(), data);
        return json(created).put("id", created.id()).build();
    }

    @PUT
    @Path(ONE)
    public JsonObject send(@Context SecurityContext security, @PathParam("rendezvousId") String id, JsonObject json) {
        var body = new Body(json);
        var sent = sendToRendezvous.send(
                Caller.of(security).address(), id, body.requiredString("sequence_token"), body.requiredString("data"));
        return JsonObject.of("sequence_token", sent.sequenceToken());
    }

    /** What strangers leave is nothing to be looked at in a browser. */
    @GET
    @Path(ONE)
    public JsonObject read(
            @Context SecurityContext security,
            @PathParam("rendezvousId") String id,
            @HeaderParam("Sec-Fetch-Mode") @Nullable String mode) {
        if ("navigate".equals(mode)) {
            throw new Forbidden("This is for apps, not for browsers");
        }
        var found = readRendezvous.read(Caller.of(security).address(), id);
        return json(found).put("data", found.data()).build();
    }

    @DELETE
    @Path(ONE)
    public JsonObject cancel(@Context SecurityContext security, @PathParam("rendezvousId") String id) {
        cancelRendezvous.cancel(Caller.of(security).address(), id);
        return JsonObject.EMPTY;
    }

    private static JsonObject.Builder json(Rendezvous rendezvous) {
        return JsonObject.builder()
                .put("sequence_token", rendezvous.sequenceToken())
                .put("expires_in_ms", rendezvous.expiresIn().toMillis());
    }
}
