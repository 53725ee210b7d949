package org.hirundo.rest.client.device;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.device.DeleteDevices;
import org.hirundo.application.device.GetDevice;
import org.hirundo.application.device.ListDevices;
import org.hirundo.application.device.RenameDevice;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;

/** The devices of a user ({@code device_management.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class DeviceResource {

    private final ListDevices listDevices;
    private final GetDevice getDevice;
    private final RenameDevice renameDevice;
    private final DeleteDevices deleteDevices;

    @Inject
    public DeviceResource(
            ListDevices listDevices, GetDevice getDevice, RenameDevice renameDevice, DeleteDevices deleteDevices) {
        this.listDevices = listDevices;
        this.getDevice = getDevice;
        this.renameDevice = renameDevice;
        this.deleteDevices = deleteDevices;
    }

    @GET
    @Path("_matrix/client/v3/devices")
    @AllowsGuests
    public JsonObject list(@Context SecurityContext security) {
        var devices = listDevices.list(Caller.requester(security));
        return JsonObject.of("devices", JsonArray.of(devices, DeviceResource::shown));
    }

    @GET
    @Path("_matrix/client/v3/devices/{deviceId}")
    @AllowsGuests
    public JsonObject get(@Context SecurityContext security, @PathParam("deviceId") DeviceId device) {
        return shown(getDevice.get(Caller.requester(security), device));
    }

    @PUT
    @Path("_matrix/client/v3/devices/{deviceId}")
    @AllowsGuests
    public Response rename(@Context SecurityContext security, @PathParam("deviceId") DeviceId device, JsonObject body) {
        boolean created = renameDevice.rename(Caller.requester(security), device, body);
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(JsonObject.EMPTY)
                .build();
    }

    @DELETE
    @Path("_matrix/client/v3/devices/{deviceId}")
    public JsonObject delete(
            @Context SecurityContext security, @PathParam("deviceId") DeviceId device, @MayBeEmpty JsonObject body) {
        deleteDevices.delete(Caller.requester(security), Set.of(device), body);
        return JsonObject.EMPTY;
    }

    @POST
    @Path("_matrix/client/v3/delete_devices")
    public JsonObject deleteMany(@Context SecurityContext security, JsonObject body) {
        var devices = new Body(body)
                .requiredStrings("devices").stream().map(DeviceResource::device).collect(Collectors.toSet());
        deleteDevices.delete(Caller.requester(security), devices, body);
        return JsonObject.EMPTY;
    }

    private static DeviceId device(String id) {
        try {
            return DeviceId.parse(id);
        } catch (MalformedIdentifier malformed) {
            throw new InvalidParam("devices are device ids");
        }
    }

    private static JsonObject shown(Device device) {
        var shown = JsonObject.builder()
                .put("device_id", device.id().toString())
                .putIfPresent("display_name", device.displayName())
                .putIfPresent("last_seen_ip", device.lastSeenIp());
        device.lastSeenAt().ifPresent(time -> shown.put("last_seen_ts", time.toEpochMilli()));
        return shown.build();
    }
}
