package org.hirundo.rest.wellknown;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.RtcTransports;

/**
 * Discovery documents, for those who did not put them on a web server of their own. What is not configured is not found.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#well-known-uris">Well-known URIs</a>
 */
@Path("/")
@Singleton
public final class WellKnownResource {

    private final WellKnown wellKnown;

    @Inject
    public WellKnownResource(WellKnown wellKnown) {
        this.wellKnown = wellKnown;
    }

    /** Where clients find the server. */
    @GET
    @Path(".well-known/matrix/client")
    public JsonObject client() {
        var baseUrl = wellKnown.client().orElseThrow(() -> new NotFound("This server does not say where it is"));
        var answer = JsonObject.builder().put("m.homeserver", JsonObject.of("base_url", baseUrl.toString()));
        if (!wellKnown.livekitServices().isEmpty()) {
            // Where clients looked for what the endpoint for transports tells now.
            answer.put("org.matrix.msc4143.rtc_foci", RtcTransports.json(wellKnown.livekitServices()));
        }
        return answer.putAll(wellKnown.furtherToClients()).build();
    }

    /** Where other servers find the server. */
    @GET
    @Path(".well-known/matrix/server")
    public JsonObject server() {
        var address = wellKnown.server().orElseThrow(() -> new NotFound("This server does not say where it is"));
        return JsonObject.of("m.server", address);
    }

    /** Whom to ask for help. */
    @GET
    @Path(".well-known/matrix/support")
    public JsonObject support() {
        if (wellKnown.contacts().isEmpty() && wellKnown.supportPage().isEmpty()) {
            throw new NotFound("This server names nobody to ask");
        }
        var answer = JsonObject.builder();
        if (!wellKnown.contacts().isEmpty()) {
            answer.put("contacts", JsonArray.of(wellKnown.contacts(), WellKnownResource::contact));
        }
        wellKnown.supportPage().ifPresent(page -> answer.put("support_page", page.toString()));
        return answer.build();
    }

    private static JsonObject contact(WellKnown.Contact contact) {
        return JsonObject.builder()
                .put("role", contact.role())
                .putIfPresent("matrix_id", contact.matrixId())
                .putIfPresent("email_address", contact.emailAddress())
                .build();
    }
}
