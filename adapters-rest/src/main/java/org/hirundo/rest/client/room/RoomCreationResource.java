package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.membership.ListJoinedRooms;
import org.hirundo.application.membership.ListMutualRooms;
import org.hirundo.application.request.Body;
import org.hirundo.application.room.CreateRoom;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomPreset;
import org.hirundo.domain.room.ThreepidInvite;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/**
 * Creates rooms and lists those the user is in, alone or with another ({@code create_room.yaml}, {@code
 * list_joined_rooms.yaml}, {@code mutual_rooms.yaml}).
 */
@Path("/")
@Authenticated
@Singleton
public final class RoomCreationResource {

    private final CreateRoom createRoom;
    private final ListJoinedRooms listJoinedRooms;
    private final ListMutualRooms listMutualRooms;

    @Inject
    public RoomCreationResource(
            CreateRoom createRoom, ListJoinedRooms listJoinedRooms, ListMutualRooms listMutualRooms) {
        this.createRoom = createRoom;
        this.listJoinedRooms = listJoinedRooms;
        this.listMutualRooms = listMutualRooms;
    }

    @POST
    @Path("_matrix/client/v3/createRoom")
    public JsonObject create(@Context SecurityContext security, @MayBeEmpty JsonObject body) {
        var room = createRoom.create(newRoom(Caller.requester(security), new Body(body)));
        return JsonObject.of("room_id", room.toString());
    }

    @GET
    @Path("_matrix/client/v3/joined_rooms")
    public JsonObject joined(@Context SecurityContext security) {
        return JsonObject.of("joined_rooms", JsonArray.ofStrings(listJoinedRooms.list(Caller.requester(security))));
    }

    @GET
    @Path("_matrix/client/v1/mutual_rooms")
    public JsonObject mutual(
            @Context SecurityContext security,
            @QueryParam("user_id") @Nullable UserId user,
            @QueryParam("from") @Nullable String from) {
        if (user == null) {
            throw new MissingParam("user_id is missing");
        }
        var page = listMutualRooms.list(new ListMutualRooms.Wanted(Caller.requester(security), user, Query.text(from)));
        return JsonObject.builder()
                .put("joined", JsonArray.ofStrings(page.joined()))
                .put("count", page.count())
                .putIfPresent("next_batch", page.nextBatch())
                .build();
    }

    private static NewRoom newRoom(Requester requester, Body body) {
        return new NewRoom(
                requester,
                body.string("room_version"),
                body.string("visibility").filter("public"::equals).isPresent(),
                body.string("preset").map(RoomCreationResource::preset),
                body.string("room_alias_name"),
                body.string("name"),
                body.string("topic"),
                body.users("invite").orElse(List.of()),
                array(body, "invite_3pid").map(RoomCreationResource::threepids).orElse(List.of()),
                body.bool("is_direct").orElse(false),
                body.object("creation_content").orElse(JsonObject.EMPTY),
                array(body, "initial_state")
                        .map(RoomCreationResource::initialState)
                        .orElse(List.of()),
                body.object("power_level_content_override").orElse(JsonObject.EMPTY));
    }

    private static RoomPreset preset(String name) {
        return RoomPreset.of(name).orElseThrow(() -> new InvalidParam("There is no preset " + name));
    }

    private static Optional<JsonArray> array(Body body, String name) {
        return switch (body.json().get(name)) {
            case null -> Optional.empty();
            case JsonNull.NULL -> Optional.empty();
            case JsonArray array -> Optional.of(array);
            default -> throw new BadJson(name + " is an array");
        };
    }

    private static List<ThreepidInvite> threepids(JsonArray invited) {
        var invites = new ArrayList<ThreepidInvite>();
        for (var value : invited.values()) {
            if (!(value instanceof JsonObject invite)) {
                throw new BadJson("invite_3pid is an array of objects");
            }
            invites.add(ThreepidInvite.parse(invite));
        }
        return invites;
    }

    private static List<NewRoom.InitialState> initialState(JsonArray events) {
        var state = new ArrayList<NewRoom.InitialState>();
        for (var value : events.values()) {
            if (!(value instanceof JsonObject event)) {
                throw new BadJson("initial_state is an array of objects");
            }
            var body = new Body(event);
            state.add(new NewRoom.InitialState(
                    new EventType(body.requiredString("type")),
                    body.string("state_key").orElse(""),
                    body.requiredObject("content")));
        }
        return state;
    }
}
