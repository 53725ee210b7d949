package org.hirundo.rest.client.accountdata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.hirundo.application.accountdata.DeleteAccountData;
import org.hirundo.application.accountdata.DeleteTag;
import org.hirundo.application.accountdata.GetAccountData;
import org.hirundo.application.accountdata.GetTags;
import org.hirundo.application.accountdata.SetAccountData;
import org.hirundo.application.accountdata.SetTag;
import org.hirundo.application.filter.DefineFilter;
import org.hirundo.application.filter.GetFilter;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;

/** Account data, tags and filters ({@code account-data.yaml}, {@code tags.yaml}, {@code filter.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class AccountDataResource {

    private final GetAccountData getAccountData;
    private final SetAccountData setAccountData;
    private final DeleteAccountData deleteAccountData;
    private final GetTags getTags;
    private final SetTag setTag;
    private final DeleteTag deleteTag;
    private final DefineFilter defineFilter;
    private final GetFilter getFilter;

    @Inject
    public AccountDataResource(
            GetAccountData getAccountData,
            SetAccountData setAccountData,
            DeleteAccountData deleteAccountData,
            GetTags getTags,
            SetTag setTag,
            DeleteTag deleteTag,
            DefineFilter defineFilter,
            GetFilter getFilter) {
        this.getAccountData = getAccountData;
        this.setAccountData = setAccountData;
        this.deleteAccountData = deleteAccountData;
        this.getTags = getTags;
        this.setTag = setTag;
        this.deleteTag = deleteTag;
        this.defineFilter = defineFilter;
        this.getFilter = getFilter;
    }

    @GET
    @Path("_matrix/client/v3/user/{userId}/account_data/{type}")
    public JsonObject get(
            @Context SecurityContext security, @PathParam("userId") UserId user, @PathParam("type") String type) {
        return getAccountData.get(Caller.requester(security), user, Optional.empty(), new AccountDataType(type));
    }

    @PUT
    @Path("_matrix/client/v3/user/{userId}/account_data/{type}")
    public JsonObject set(
            @Context SecurityContext security,
            @PathParam("userId") UserId user,
            @PathParam("type") String type,
            JsonObject content) {
        setAccountData.set(Caller.requester(security), user, Optional.empty(), new AccountDataType(type), content);
        return JsonObject.EMPTY;
    }

    @DELETE
    @Path("_matrix/client/unstable/org.matrix.msc3391/user/{userId}/account_data/{type}")
    public JsonObject delete(
            @Context SecurityContext security, @PathParam("userId") UserId user, @PathParam("type") String type) {
        deleteAccountData.delete(Caller.requester(security), user, Optional.empty(), new AccountDataType(type));
        return JsonObject.EMPTY;
    }

    @GET
    @Path("_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}")
    public JsonObject getOfRoom(
            @Context SecurityContext security,
            @PathParam("userId") UserId user,
            @PathParam("roomId") RoomId room,
            @PathParam("type") String type) {
        return getAccountData.get(Caller.requester(security), user, Optional.of(room), new AccountDataType(type));
    }

    @PUT
    @Path("_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}")
    public JsonObject setOfRoom(
            @Context SecurityContext security,
            @PathParam("userId") UserId user,
            @PathParam("roomId") RoomId room,
            @PathParam("type") String type,
            JsonObject content) {
        setAccountData.set(Caller.requester(security), user, Optional.of(room), new AccountDataType(type), content);
        return JsonObject.EMPTY;
    }

    @DELETE
    @Path("_matrix/client/unstable/org.matrix.msc3391/user/{userId}/rooms/{roomId}/account_data/{type}")
    public JsonObject deleteOfRoom(
            @Context SecurityContext security,
            @PathParam("userId") UserId user,
            @PathParam("roomId") RoomId room,
            @PathParam("type") String type) {
        deleteAccountData.delete(Caller.requester(security), user, Optional.of(room), new AccountDataType(type));
        return JsonObject.EMPTY;
    }

    @GET
    @Path("_matrix/client/v3/user/{userId}/rooms/{roomId}/tags")
    public JsonObject tags(
            @Context SecurityContext security, @PathParam("userId") UserId user, @PathParam("roomId") RoomId room) {
        return JsonObject.of("tags", getTags.get(Caller.requester(security), user, room));
    }

    @PUT
    @Path("_matrix/client/v3/user/{userId}/rooms/{roomId}/tags/{tag}")
    public JsonObject setTag(
            @Context SecurityContext security,
            @PathParam("userId") UserId user,
            @PathParam("roomId") RoomId room,
            @PathParam("tag") String tag,
            @MayBeEmpty JsonObject content) {
        setTag.set(Caller.requester(security), user, new SetTag.Tag(room, tag, content));
        return JsonObject.EMPTY;
    }

    @DELETE
    @Path("_matrix/client/v3/user/{userId}/rooms/{roomId}/tags/{tag}")
    public JsonObject deleteTag(
            @Context SecurityContext security,
            @PathParam("userId") UserId user,
            @PathParam("roomId") RoomId room,
            @PathParam("tag") String tag) {
        deleteTag.delete(Caller.requester(security), user, room, tag);
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/user/{userId}/filter")
    @AllowsGuests
    public JsonObject defineFilter(
            @Context SecurityContext security, @PathParam("userId") UserId user, JsonObject filter) {
        return JsonObject.of("filter_id", defineFilter.define(Caller.requester(security), user, filter));
    }

    @GET
    @Path("_matrix/client/v3/user/{userId}/filter/{filterId}")
    @AllowsGuests
    public JsonObject getFilter(
            @Context SecurityContext security, @PathParam("userId") UserId user, @PathParam("filterId") String id) {
        return getFilter.get(Caller.requester(security), user, id);
    }
}
