package org.hirundo.rest.client.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.profile.SearchUsers;
import org.hirundo.application.request.Body;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** The user directory ({@code users.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class UserDirectoryResource {

    private final SearchUsers searchUsers;

    @Inject
    public UserDirectoryResource(SearchUsers searchUsers) {
        this.searchUsers = searchUsers;
    }

    @POST
    @Path("_matrix/client/v3/user_directory/search")
    public JsonObject search(@Context SecurityContext security, JsonObject in) {
        var body = new Body(in);
        var results = searchUsers.search(
                Caller.requester(security), body.requiredString("search_term"), body.integer("limit"));
        return JsonObject.builder()
                .put("results", JsonArray.of(results.users(), UserDirectoryResource::user))
                .put("limited", results.limited())
                .build();
    }

    private static JsonObject user(SearchUsers.Found found) {
        return JsonObject.builder()
                .put("user_id", found.user().toString())
                .putIfPresent("display_name", found.displayName())
                .putIfPresent("avatar_url", found.avatarUrl())
                .build();
    }
}
