package org.hirundo.rest.client.space;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.space.RoomPreview;
import org.hirundo.application.space.SummariseRoom;
import org.hirundo.application.space.WalkHierarchy;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.space.SpaceChild;
import org.hirundo.rest.client.directory.RoomFace;
import org.hirundo.rest.common.AllowsAnybody;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Rooms seen from outside, one by one or as a space has them ({@code space_hierarchy.yaml}, {@code room_summary.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class SpaceResource {

    private final WalkHierarchy walkHierarchy;
    private final SummariseRoom summariseRoom;

    @Inject
    public SpaceResource(WalkHierarchy walkHierarchy, SummariseRoom summariseRoom) {
        this.walkHierarchy = walkHierarchy;
        this.summariseRoom = summariseRoom;
    }

    @GET
    @Path("_matrix/client/v1/rooms/{roomId}/hierarchy")
    public JsonObject hierarchy(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId space,
            @QueryParam("suggested_only") @Nullable String suggestedOnly,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("max_depth") @Nullable String maxDepth,
            @QueryParam("from") @Nullable String from) {
        var page = walkHierarchy.walk(new WalkHierarchy.Wanted(
                Caller.requester(security),
                space,
                Query.flag("suggested_only", suggestedOnly),
                Query.count("limit", limit),
                Query.count("max_depth", maxDepth),
                Query.text(from)));
        return JsonObject.builder()
                .put("rooms", JsonArray.of(page.rooms(), found -> summary(found.room())
                        .put("children_state", JsonArray.of(found.children(), SpaceResource::stripped))
                        .build()))
                .putIfPresent("next_batch", page.nextBatch())
                .build();
    }

    @GET
    @Path("_matrix/client/v1/room_summary/{roomIdOrAlias}")
    @AllowsAnybody
    public JsonObject summary(@Context SecurityContext security, @PathParam("roomIdOrAlias") String room) {
        var caller = Caller.of(security);
        var preview = summariseRoom.summarise(
                new SummariseRoom.Wanted(caller.requester(), caller.address(), RoomReference.parse(room)));
        var summary = summary(preview);
        if (caller.requester().isPresent()) {
            summary.put(
                    "membership", preview.membership().orElse(Membership.LEAVE).wireName());
        }
        return summary.build();
    }

    private static JsonObject.Builder summary(RoomPreview room) {
        var summary = RoomFace.of(room.room(), room.summary())
                .put("room_version", room.version().id())
                .putIfPresent("encryption", room.summary().encryption());
        if (!room.allowedRooms().isEmpty()) {
            summary.put("allowed_room_ids", JsonArray.ofStrings(room.allowedRooms()));
        }
        return summary;
    }

    private static JsonObject stripped(SpaceChild child) {
        var event = child.event();
        return JsonObject.builder()
                .put("type", event.type().value())
                .put("state_key", child.room().value())
                .put("content", event.content())
                .put("sender", event.sender().toString())
                .put("origin_server_ts", event.originServerTs())
                .build();
    }
}
