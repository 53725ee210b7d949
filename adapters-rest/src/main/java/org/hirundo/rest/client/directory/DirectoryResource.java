package org.hirundo.rest.client.directory;

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
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.directory.DeleteAlias;
import org.hirundo.application.directory.ListAliases;
import org.hirundo.application.directory.ListPublicRooms;
import org.hirundo.application.directory.PublishInNetwork;
import org.hirundo.application.directory.PublishRoom;
import org.hirundo.application.directory.ReadRoomVisibility;
import org.hirundo.application.directory.ResolveAlias;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.application.request.Body;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.MayBeEmpty;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Aliases and public rooms ({@code directory.yaml}, {@code list_public_rooms.yaml}). */
@Path("/")
@Singleton
public final class DirectoryResource {

    private final CreateAlias createAlias;
    private final DeleteAlias deleteAlias;
    private final ResolveAlias resolveAlias;
    private final ListAliases listAliases;
    private final ListPublicRooms listPublicRooms;
    private final PublishRoom publishRoom;
    private final PublishInNetwork publishInNetwork;
    private final ReadRoomVisibility readVisibility;

    @Inject
    public DirectoryResource(
            CreateAlias createAlias,
            DeleteAlias deleteAlias,
            ResolveAlias resolveAlias,
            ListAliases listAliases,
            ListPublicRooms listPublicRooms,
            PublishRoom publishRoom,
            PublishInNetwork publishInNetwork,
            ReadRoomVisibility readVisibility) {
        this.createAlias = createAlias;
        this.deleteAlias = deleteAlias;
        this.resolveAlias = resolveAlias;
        this.listAliases = listAliases;
        this.listPublicRooms = listPublicRooms;
        this.publishRoom = publishRoom;
        this.publishInNetwork = publishInNetwork;
        this.readVisibility = readVisibility;
    }

    @GET
    @Path("_matrix/client/v3/directory/room/{roomAlias}")
    public JsonObject resolve(@PathParam("roomAlias") RoomAlias alias) {
        var resolved = resolveAlias.resolve(alias);
        return JsonObject.builder()
                .put("room_id", resolved.room().toString())
                .put("servers", JsonArray.ofStrings(resolved.servers()))
                .build();
    }

    @PUT
    @Path("_matrix/client/v3/directory/room/{roomAlias}")
    @Authenticated
    public JsonObject create(
            @Context SecurityContext security, @PathParam("roomAlias") RoomAlias alias, JsonObject in) {
        var text = new Body(in).requiredString("room_id");
        var room = RoomId.find(text).orElseThrow(() -> new InvalidParam("Not a room id: " + text));
        createAlias.create(new CreateAlias.Create(Caller.requester(security), alias, room));
        return JsonObject.EMPTY;
    }

    @DELETE
    @Path("_matrix/client/v3/directory/room/{roomAlias}")
    @Authenticated
    public JsonObject delete(@Context SecurityContext security, @PathParam("roomAlias") RoomAlias alias) {
        deleteAlias.delete(Caller.requester(security), alias);
        return JsonObject.EMPTY;
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/aliases")
    @Authenticated
    public JsonObject aliases(@Context SecurityContext security, @PathParam("roomId") RoomId room) {
        return JsonObject.of("aliases", JsonArray.ofStrings(listAliases.list(Caller.requester(security), room)));
    }

    @GET
    @Path("_matrix/client/v3/directory/list/room/{roomId}")
    public JsonObject visibility(@PathParam("roomId") RoomId room) {
        return JsonObject.of("visibility", readVisibility.isPublished(room) ? "public" : "private");
    }

    @PUT
    @Path("_matrix/client/v3/directory/list/room/{roomId}")
    @Authenticated
    public JsonObject publish(
            @Context SecurityContext security, @PathParam("roomId") RoomId room, @MayBeEmpty JsonObject in) {
        boolean published = isPublic(new Body(in).string("visibility").orElse("public"));
        publishRoom.publish(new PublishRoom.Publish(Caller.requester(security), room, published));
        return JsonObject.EMPTY;
    }

    @PUT
    @Path("_matrix/client/v3/directory/list/appservice/{networkId}/{roomId}")
    @Authenticated
    public JsonObject publishInNetwork(
            @Context SecurityContext security,
            @PathParam("networkId") String network,
            @PathParam("roomId") RoomId room,
            JsonObject in) {
        boolean published = isPublic(new Body(in).requiredString("visibility"));
        publishInNetwork.publish(new PublishInNetwork.Publish(Caller.requester(security), network, room, published));
        return JsonObject.EMPTY;
    }

    private static boolean isPublic(String visibility) {
        return switch (visibility) {
            case "public" -> true;
            case "private" -> false;
            default -> throw new InvalidParam("visibility is public or private");
        };
    }

    @GET
    @Path("_matrix/client/v3/publicRooms")
    public JsonObject publicRooms(
            @QueryParam("limit") @Nullable String limit, @QueryParam("since") @Nullable String since) {
        return page(new ListPublicRooms.Wanted(
                Query.count("limit", limit), Query.text(since), Optional.empty(), Set.of(), new RoomList.OfServer()));
    }

    @POST
    @Path("_matrix/client/v3/publicRooms")
    @Authenticated
    public JsonObject searchPublicRooms(@MayBeEmpty JsonObject in) {
        var body = new Body(in);
        var filter = new Body(body.object("filter").orElse(JsonObject.EMPTY));
        return page(new ListPublicRooms.Wanted(
                limit(body),
                body.string("since").filter(text -> !text.isEmpty()),
                filter.string("generic_search_term").filter(text -> !text.isEmpty()),
                roomTypes(filter),
                list(body)));
    }

    private static RoomList list(Body body) {
        boolean all = body.bool("include_all_networks").orElse(false);
        var network = body.string("third_party_instance_id").filter(id -> !id.isEmpty());
        if (all && network.isPresent()) {
            throw new InvalidParam("There is no single network among all");
        }
        return all
                ? new RoomList.OfAll()
                : network.<RoomList>map(RoomList.OfNetwork::new).orElse(new RoomList.OfServer());
    }

    private static OptionalInt limit(Body body) {
        return switch (body.json().get("limit")) {
            case null -> OptionalInt.empty();
            case JsonNull.NULL -> OptionalInt.empty();
            case JsonInteger(long limit) when limit >= 0 -> OptionalInt.of((int) Math.min(limit, Integer.MAX_VALUE));
            default -> throw new BadJson("limit is an integer and not negative");
        };
    }

    /** The wanted types; null in the list means rooms without one. */
    private static Set<String> roomTypes(Body filter) {
        var types = new HashSet<String>();
        switch (filter.json().get("room_types")) {
            case null -> {}
            case JsonNull.NULL -> {}
            case JsonArray(var values) -> {
                for (var value : values) {
                    switch (value) {
                        case JsonNull.NULL -> types.add("");
                        case JsonString(var type) -> types.add(type);
                        default -> throw new BadJson("room_types is an array of strings and nulls");
                    }
                }
            }
            default -> throw new BadJson("room_types is an array");
        }
        return types;
    }

    private JsonObject page(ListPublicRooms.Wanted wanted) {
        var page = listPublicRooms.list(wanted);
        return JsonObject.builder()
                .put("chunk", JsonArray.of(page.rooms(), room -> RoomFace.of(room.room(), room.summary())
                        .build()))
                .putIfPresent("next_batch", page.nextBatch())
                .putIfPresent("prev_batch", page.prevBatch())
                .put("total_room_count_estimate", page.total())
                .build();
    }
}
