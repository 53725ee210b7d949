package org.hirundo.rest.client.voip;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.config.Identity;
import org.hirundo.application.openid.IssueOpenIdToken;
import org.hirundo.application.voip.IssueTurnCredentials;
import org.hirundo.application.voip.IssueTurnCredentials.TurnCredentials;
import org.hirundo.application.voip.ListRtcTransports;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;
import org.hirundo.rest.common.RtcTransports;

/**
 * What calls need: TURN servers, tokens that services take as proof ({@code voip.yaml}, {@code openid.yaml}), and what calls of many
 * go through (MSC4143).
 */
@Path("/")
@Authenticated
@Singleton
public final class VoipResource {

    private final IssueTurnCredentials issueTurnCredentials;
    private final IssueOpenIdToken issueOpenIdToken;
    private final ListRtcTransports listRtcTransports;
    private final Identity identity;

    @Inject
    public VoipResource(
            IssueTurnCredentials issueTurnCredentials,
            IssueOpenIdToken issueOpenIdToken,
            ListRtcTransports listRtcTransports,
            Identity identity) {
        this.issueTurnCredentials = issueTurnCredentials;
        this.issueOpenIdToken = issueOpenIdToken;
        this.listRtcTransports = listRtcTransports;
        this.identity = identity;
    }

    @GET
    @Path("_matrix/client/v3/voip/turnServer")
    public JsonObject turnServer(@Context SecurityContext security) {
        return issueTurnCredentials
                .issue(Caller.requester(security))
                .map(VoipResource::json)
                .orElse(JsonObject.EMPTY);
    }

    private static JsonObject json(TurnCredentials credentials) {
        return JsonObject.builder()
                .put("username", credentials.username())
                .put("password", credentials.password())
                .put("uris", JsonArray.ofStrings(credentials.uris()))
                .put("ttl", credentials.lifetime().toSeconds())
                .build();
    }

    /** Guests take part in calls too. */
    @GET
    @Path("_matrix/client/v1/rtc/transports")
    @AllowsGuests
    public JsonObject transports() {
        return JsonObject.of("rtc_transports", RtcTransports.json(listRtcTransports.list()));
    }

    @POST
    @Path("_matrix/client/v3/user/{userId}/openid/request_token")
    public JsonObject openIdToken(
            @Context SecurityContext security, @PathParam("userId") UserId user, @MayBeEmpty JsonObject body) {
        var issued = issueOpenIdToken.issue(Caller.requester(security), user);
        return JsonObject.builder()
                .put("access_token", issued.token())
                .put("token_type", "Bearer")
                .put("matrix_server_name", identity.server().toString())
                .put("expires_in", issued.expiresIn().toSeconds())
                .build();
    }
}
