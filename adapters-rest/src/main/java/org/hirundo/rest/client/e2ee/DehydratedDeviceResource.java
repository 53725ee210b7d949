package org.hirundo.rest.client.e2ee;

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
import org.hirundo.application.e2ee.DehydrateDevice;
import org.hirundo.application.e2ee.DeleteDehydratedDevice;
import org.hirundo.application.e2ee.GetDehydratedDevice;
import org.hirundo.application.e2ee.ReadDehydratedInbox;
import org.hirundo.application.e2ee.ReadDehydratedInbox.Part;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.request.Body;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;
import org.jspecify.annotations.Nullable;

/** Dehydrated devices (MSC3814), under the only path they have so far. */
@Path("/")
@Authenticated
@Singleton
public final class DehydratedDeviceResource {

    private static final String DEVICE = "_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device";
    private static final String EVENTS = DEVICE + "/{deviceId}/events";

    private final DehydrateDevice dehydrateDevice;
    private final GetDehydratedDevice getDehydratedDevice;
    private final DeleteDehydratedDevice deleteDehydratedDevice;
    private final ReadDehydratedInbox readDehydratedInbox;

    @Inject
    public DehydratedDeviceResource(
            DehydrateDevice dehydrateDevice,
            GetDehydratedDevice getDehydratedDevice,
            DeleteDehydratedDevice deleteDehydratedDevice,
            ReadDehydratedInbox readDehydratedInbox) {
        this.dehydrateDevice = dehydrateDevice;
        this.getDehydratedDevice = getDehydratedDevice;
        this.deleteDehydratedDevice = deleteDehydratedDevice;
        this.readDehydratedInbox = readDehydratedInbox;
    }

    @PUT
    @Path(DEVICE)
    public JsonObject put(@Context SecurityContext security, JsonObject body) {
        return named(dehydrateDevice.dehydrate(Caller.requester(security), body));
    }

    @GET
    @Path(DEVICE)
    public JsonObject get(@Context SecurityContext security) {
        var found = getDehydratedDevice.get(Caller.requester(security));
        return named(found.device()).with("device_data", found.data());
    }

    @DELETE
    @Path(DEVICE)
    public JsonObject delete(@Context SecurityContext security) {
        return named(deleteDehydratedDevice.delete(Caller.requester(security)));
    }

    private static JsonObject named(DeviceId device) {
        return JsonObject.of("device_id", device.value());
    }

    /** Says only where there is more, and keeps what was read until the device is removed. */
    @GET
    @Path(EVENTS)
    public JsonObject events(
            @Context SecurityContext security,
            @PathParam("deviceId") DeviceId device,
            @QueryParam("from") @Nullable String from) {
        var part = readDehydratedInbox.read(Caller.requester(security), device, Optional.ofNullable(from), false);
        return part.more() ? shown(part).with("next_batch", part.next()) : shown(part);
    }

    /**
     * The older form. Its clients go on until there are no events, and always with the token of the answer before; coming back with it
     * says that what was read is not needed any more.
     */
    @POST
    @Path(EVENTS)
    public JsonObject eventsOfOldClients(
            @Context SecurityContext security, @PathParam("deviceId") DeviceId device, @MayBeEmpty JsonObject body) {
        var from = new Body(body).string("next_batch");
        var part = readDehydratedInbox.read(Caller.requester(security), device, from, true);
        return shown(part).with("next_batch", part.next());
    }

    private static JsonObject shown(Part part) {
        return JsonObject.of("events", JsonArray.of(part.messages(), DehydratedDeviceResource::event));
    }

    private static JsonObject event(Message message) {
        return JsonObject.builder()
                .put("type", message.type())
                .put("sender", message.sender().toString())
                .put("content", message.content())
                .build();
    }
}
