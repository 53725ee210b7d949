package org.hirundo.rest.client.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.profile.DeleteProfileField;
import org.hirundo.application.profile.GetProfile;
import org.hirundo.application.profile.SetProfileField;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.ProfileField;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** Profiles ({@code profile.yaml}). */
@Path("/")
@Singleton
public final class ProfileResource {

    private final GetProfile getProfile;
    private final SetProfileField setField;
    private final DeleteProfileField deleteField;

    @Inject
    public ProfileResource(GetProfile getProfile, SetProfileField setField, DeleteProfileField deleteField) {
        this.getProfile = getProfile;
        this.setField = setField;
        this.deleteField = deleteField;
    }

    @GET
    @Path("_matrix/client/v3/profile/{userId}")
    public JsonObject profile(@PathParam("userId") UserId user) {
        return getProfile.get(user);
    }

    @GET
    @Path("_matrix/client/v3/profile/{userId}/{field}")
    public JsonObject field(@PathParam("userId") UserId user, @PathParam("field") String name) {
        var field = ProfileField.parse(name).name();
        var value = getProfile.get(user).get(field);
        if (value == null) {
            throw new NotFound("The profile has no " + field);
        }
        return JsonObject.of(field, value);
    }

    @PUT
    @Path("_matrix/client/v3/profile/{userId}/{field}")
    @Authenticated
    @AllowsGuests
    public JsonObject set(
            @Context SecurityContext security,
            @PathParam("userId") UserId user,
            @PathParam("field") String name,
            JsonObject body) {
        setField.set(Caller.requester(security), user, ProfileField.parse(name), body);
        return JsonObject.EMPTY;
    }

    @DELETE
    @Path("_matrix/client/v3/profile/{userId}/{field}")
    @Authenticated
    @AllowsGuests
    public JsonObject delete(
            @Context SecurityContext security, @PathParam("userId") UserId user, @PathParam("field") String name) {
        deleteField.delete(Caller.requester(security), user, ProfileField.parse(name));
        return JsonObject.EMPTY;
    }
}
