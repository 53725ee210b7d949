package org.hirundo.rest.client.backup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.hirundo.application.backup.CreateBackup;
import org.hirundo.application.backup.DeleteBackup;
import org.hirundo.application.backup.DeleteRoomKeys;
import org.hirundo.application.backup.GetBackup;
import org.hirundo.application.backup.GetRoomKeys;
import org.hirundo.application.backup.PutRoomKeys;
import org.hirundo.application.backup.Selection;
import org.hirundo.application.backup.UpdateBackup;
import org.hirundo.application.port.backup.KeyBackupStore.BackupVersion;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Key backups ({@code key_backup.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class RoomKeysResource {

    private final CreateBackup createBackup;
    private final GetBackup getBackup;
    private final UpdateBackup updateBackup;
    private final DeleteBackup deleteBackup;
    private final PutRoomKeys putKeys;
    private final GetRoomKeys getKeys;
    private final DeleteRoomKeys deleteKeys;

    @Inject
    public RoomKeysResource(
            CreateBackup createBackup,
            GetBackup getBackup,
            UpdateBackup updateBackup,
            DeleteBackup deleteBackup,
            PutRoomKeys putKeys,
            GetRoomKeys getKeys,
            DeleteRoomKeys deleteKeys) {
        this.createBackup = createBackup;
        this.getBackup = getBackup;
        this.updateBackup = updateBackup;
        this.deleteBackup = deleteBackup;
        this.putKeys = putKeys;
        this.getKeys = getKeys;
        this.deleteKeys = deleteKeys;
    }

    @POST
    @Path("_matrix/client/v3/room_keys/version")
    public JsonObject create(@Context SecurityContext security, JsonObject body) {
        return JsonObject.of("version", createBackup.create(Caller.requester(security), body));
    }

    @GET
    @Path("_matrix/client/v3/room_keys/version")
    public JsonObject current(@Context SecurityContext security) {
        return shown(getBackup.get(Caller.requester(security), Optional.empty()));
    }

    @GET
    @Path("_matrix/client/v3/room_keys/version/{version}")
    public JsonObject version(@Context SecurityContext security, @PathParam("version") String version) {
        return shown(getBackup.get(Caller.requester(security), Optional.of(version)));
    }

    @PUT
    @Path("_matrix/client/v3/room_keys/version/{version}")
    public JsonObject update(@Context SecurityContext security, @PathParam("version") String version, JsonObject body) {
        updateBackup.update(Caller.requester(security), version, body);
        return JsonObject.EMPTY;
    }

    @DELETE
    @Path("_matrix/client/v3/room_keys/version/{version}")
    public JsonObject delete(@Context SecurityContext security, @PathParam("version") String version) {
        deleteBackup.delete(Caller.requester(security), version);
        return JsonObject.EMPTY;
    }

    @PUT
    @Path("_matrix/client/v3/room_keys/keys")
    public JsonObject put(
            @Context SecurityContext security, @QueryParam("version") @Nullable String version, JsonObject body) {
        return put(
                security, new Selection(Query.required("version", version), Optional.empty(), Optional.empty()), body);
    }

    @PUT
    @Path("_matrix/client/v3/room_keys/keys/{roomId}")
    public JsonObject putOfRoom(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @QueryParam("version") @Nullable String version,
            JsonObject body) {
        return put(
                security, new Selection(Query.required("version", version), Optional.of(room), Optional.empty()), body);
    }

    @PUT
    @Path("_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}")
    public JsonObject putOfSession(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("sessionId") String session,
            @QueryParam("version") @Nullable String version,
            JsonObject body) {
        return put(
                security,
                new Selection(Query.required("version", version), Optional.of(room), Optional.of(session)),
                body);
    }

    private JsonObject put(SecurityContext security, Selection selection, JsonObject body) {
        return changed(putKeys.put(Caller.requester(security), selection, body));
    }

    @GET
    @Path("_matrix/client/v3/room_keys/keys")
    public JsonObject get(@Context SecurityContext security, @QueryParam("version") @Nullable String version) {
        return get(security, new Selection(Query.required("version", version), Optional.empty(), Optional.empty()));
    }

    @GET
    @Path("_matrix/client/v3/room_keys/keys/{roomId}")
    public JsonObject getOfRoom(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @QueryParam("version") @Nullable String version) {
        return get(security, new Selection(Query.required("version", version), Optional.of(room), Optional.empty()));
    }

    @GET
    @Path("_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}")
    public JsonObject getOfSession(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("sessionId") String session,
            @QueryParam("version") @Nullable String version) {
        return get(
                security, new Selection(Query.required("version", version), Optional.of(room), Optional.of(session)));
    }

    private JsonObject get(SecurityContext security, Selection selection) {
        return getKeys.get(Caller.requester(security), selection);
    }

    @DELETE
    @Path("_matrix/client/v3/room_keys/keys")
    public JsonObject deleteAll(@Context SecurityContext security, @QueryParam("version") @Nullable String version) {
        return delete(security, new Selection(Query.required("version", version), Optional.empty(), Optional.empty()));
    }

    @DELETE
    @Path("_matrix/client/v3/room_keys/keys/{roomId}")
    public JsonObject deleteOfRoom(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @QueryParam("version") @Nullable String version) {
        return delete(security, new Selection(Query.required("version", version), Optional.of(room), Optional.empty()));
    }

    @DELETE
    @Path("_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}")
    public JsonObject deleteOfSession(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("sessionId") String session,
            @QueryParam("version") @Nullable String version) {
        return delete(
                security, new Selection(Query.required("version", version), Optional.of(room), Optional.of(session)));
    }

    private JsonObject delete(SecurityContext security, Selection selection) {
        return changed(deleteKeys.delete(Caller.requester(security), selection));
    }

    private static JsonObject changed(BackupVersion version) {
        return JsonObject.builder()
                .put("etag", Long.toString(version.etag()))
                .put("count", version.count())
                .build();
    }

    private static JsonObject shown(BackupVersion version) {
        return changed(version).toBuilder()
                .put("version", version.version())
                .put("algorithm", version.algorithm())
                .put("auth_data", version.authData())
                .build();
    }
}
