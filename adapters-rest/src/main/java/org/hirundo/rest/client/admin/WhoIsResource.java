package org.hirundo.rest.client.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.admin.WhoIs;
import org.hirundo.application.port.session.Device;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** From where users use their devices ({@code admin.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class WhoIsResource {

    private final WhoIs whoIs;

    @Inject
    public WhoIsResource(WhoIs whoIs) {
        this.whoIs = whoIs;
    }

    @GET
    @Path("_matrix/client/v3/admin/whois/{userId}")
    public JsonObject whoIs(@Context SecurityContext security, @PathParam("userId") UserId user) {
        var devices = JsonObject.builder();
        for (var device : whoIs.devices(Caller.requester(security), user)) {
            var session = JsonObject.of("connections", JsonArray.of(connection(device)));
            devices.put(device.id().toString(), JsonObject.of("sessions", JsonArray.of(session)));
        }
        return JsonObject.builder()
                .put("user_id", user.toString())
                .put("devices", devices.build())
                .build();
    }

    private static JsonObject connection(Device device) {
        var connection = JsonObject.builder().putIfPresent("ip", device.lastSeenIp());
        device.lastSeenAt().ifPresent(at -> connection.put("last_seen", at.toEpochMilli()));
        return connection.build();
    }
}
