package org.hirundo.rest.federation.openid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.hirundo.application.openid.ReadOpenIdToken;
import org.hirundo.domain.error.MissingToken;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Tells services whose token they were given ({@code openid.yaml}); neither signature nor access token is asked for. */
@Path("/")
@Singleton
public final class OpenIdUserResource {

    private final ReadOpenIdToken readOpenIdToken;

    @Inject
    public OpenIdUserResource(ReadOpenIdToken readOpenIdToken) {
        this.readOpenIdToken = readOpenIdToken;
    }

    @GET
    @Path("_matrix/federation/v1/openid/userinfo")
    public JsonObject userInfo(@QueryParam("access_token") @Nullable String token) {
        var user = readOpenIdToken.user(Query.text(token).orElseThrow(MissingToken::new));
        return JsonObject.of("sub", user.toString());
    }
}
