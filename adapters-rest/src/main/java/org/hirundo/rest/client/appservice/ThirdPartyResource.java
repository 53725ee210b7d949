package org.hirundo.rest.client.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.appservice.GetThirdPartyProtocol;
import org.hirundo.application.appservice.ListThirdPartyProtocols;
import org.hirundo.application.appservice.LookUpThirdParty;
import org.hirundo.application.port.appservice.ThirdPartyLookup;
import org.hirundo.application.port.appservice.ThirdPartyLookup.Kind;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Lookups in third-party networks ({@code third_party_lookup.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class ThirdPartyResource {

    /** What is in the query of any request, and no field. */
    private static final Set<String> NO_FIELDS =
            Set.of("access_token", "user_id", "device_id", "org.matrix.msc3202.device_id");

    private final ListThirdPartyProtocols listProtocols;
    private final GetThirdPartyProtocol getProtocol;
    private final LookUpThirdParty lookUp;

    @Inject
    public ThirdPartyResource(
            ListThirdPartyProtocols listProtocols, GetThirdPartyProtocol getProtocol, LookUpThirdParty lookUp) {
        this.listProtocols = listProtocols;
        this.getProtocol = getProtocol;
        this.lookUp = lookUp;
    }

    @GET
    @Path("_matrix/client/v3/thirdparty/protocols")
    public JsonObject protocols(@Context SecurityContext security) {
        return JsonObject.of(listProtocols.list(Caller.requester(security)));
    }

    @GET
    @Path("_matrix/client/v3/thirdparty/protocol/{protocol}")
    public JsonObject protocol(@Context SecurityContext security, @PathParam("protocol") String protocol) {
        return getProtocol.get(Caller.requester(security), protocol);
    }

    @GET
    @Path("_matrix/client/v3/thirdparty/location/{protocol}")
    public JsonArray locations(
            @Context SecurityContext security, @PathParam("protocol") String protocol, @Context UriInfo uri) {
        return inNetwork(security, Kind.LOCATION, protocol, uri);
    }

    @GET
    @Path("_matrix/client/v3/thirdparty/user/{protocol}")
    public JsonArray users(
            @Context SecurityContext security, @PathParam("protocol") String protocol, @Context UriInfo uri) {
        return inNetwork(security, Kind.USER, protocol, uri);
    }

    private JsonArray inNetwork(SecurityContext security, Kind kind, String protocol, UriInfo uri) {
        return lookUp.lookUp(
                Caller.requester(security),
                new ThirdPartyLookup(kind, Optional.of(protocol), fields(uri.getQueryParameters())));
    }

    private static Map<String, String> fields(MultivaluedMap<String, String> query) {
        var fields = new HashMap<String, String>();
        query.forEach((name, values) -> {
            if (!NO_FIELDS.contains(name)) {
                fields.put(name, values.getFirst());
            }
        });
        return fields;
    }

    @GET
    @Path("_matrix/client/v3/thirdparty/location")
    public JsonArray locationsOfAlias(@Context SecurityContext security, @QueryParam("alias") @Nullable String alias) {
        return behind(security, Kind.LOCATION, "alias", alias);
    }

    @GET
    @Path("_matrix/client/v3/thirdparty/user")
    public JsonArray usersBehind(@Context SecurityContext security, @QueryParam("userid") @Nullable String user) {
        return behind(security, Kind.USER, "userid", user);
    }

    private JsonArray behind(SecurityContext security, Kind kind, String name, @Nullable String value) {
        var known = Query.required(name, value);
        return lookUp.lookUp(
                Caller.requester(security), new ThirdPartyLookup(kind, Optional.empty(), Map.of(name, known)));
    }
}
