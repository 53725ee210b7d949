package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.timeline.ReadRoomSnapshot;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.JsonBytes;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Shows a room at once, also to those who only look into it ({@code room_initial_sync.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class RoomSnapshotResource {

    private final ReadRoomSnapshot readRoomSnapshot;

    @Inject
    public RoomSnapshotResource(ReadRoomSnapshot readRoomSnapshot) {
        this.readRoomSnapshot = readRoomSnapshot;
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/initialSync")
    @AllowsGuests
    public JsonBytes initialSync(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @QueryParam("limit") @Nullable String limit) {
        var snapshot = readRoomSnapshot.read(Caller.requester(security), room, Query.count("limit", limit));
        var json = new JsonWriter().beginObject().name("room_id").value(room.value());
        snapshot.membership().ifPresent(membership -> json.name("membership").value(membership.wireName()));
        json.name("messages").beginObject();
        snapshot.start().ifPresent(start -> json.name("start").value(start));
        json.name("end").value(snapshot.end()).name("chunk").beginArray();
        snapshot.messages().forEach(event -> json.raw(event.bytes()));
        json.endArray().endObject().name("state").beginArray();
        snapshot.state().forEach(event -> json.raw(event.bytes()));
        json.endArray()
                .name("visibility")
                .value(snapshot.published() ? "public" : "private")
                .name("account_data")
                .value(JsonArray.of(snapshot.accountData(), entry -> JsonObject.of("type", entry.type())
                        .with("content", entry.content())));
        return new JsonBytes(json.endObject().toBytes());
    }
}
