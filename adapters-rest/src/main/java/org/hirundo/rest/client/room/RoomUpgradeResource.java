package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashSet;
import java.util.List;
import org.hirundo.application.request.Body;
import org.hirundo.application.room.UpgradeRoom;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;

/** Upgrades rooms ({@code room_upgrades.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class RoomUpgradeResource {

    private final UpgradeRoom upgradeRoom;

    @Inject
    public RoomUpgradeResource(UpgradeRoom upgradeRoom) {
        this.upgradeRoom = upgradeRoom;
    }

    @POST
    @Path("_matrix/client/v3/rooms/{roomId}/upgrade")
    public JsonObject upgrade(@Context SecurityContext security, @PathParam("roomId") RoomId room, JsonObject in) {
        var body = new Body(in);
        var creators = new LinkedHashSet<>(body.users("additional_creators").orElse(List.of()));
        var replacement = upgradeRoom.upgrade(new UpgradeRoom.Upgrade(
                Caller.requester(security), room, body.requiredString("new_version"), creators));
        return JsonObject.of("replacement_room", replacement.value());
    }
}
