package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Collection;
import java.util.Optional;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.FindEventByTime;
import org.hirundo.application.timeline.ListJoinedMembers;
import org.hirundo.application.timeline.ListMembers;
import org.hirundo.application.timeline.ReadContext;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.application.timeline.ReadEventById;
import org.hirundo.application.timeline.ReadMessages;
import org.hirundo.application.timeline.ReadState;
import org.hirundo.application.timeline.ReadStateEvent;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.domain.room.Membership;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.JsonBytes;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads rooms ({@code rooms.yaml}, {@code message_pagination.yaml}, {@code event_context.yaml}, {@code
 * room_event_by_timestamp.yaml}).
 */
@Path("/")
@Authenticated
@Singleton
public final class RoomReadResource {

    private final ReadState readState;
    private final ReadStateEvent readStateEvent;
    private final ReadEvent readEvent;
    private final ReadEventById readEventById;
    private final ReadMessages readMessages;
    private final ReadContext readContext;
    private final ListMembers listMembers;
    private final ListJoinedMembers listJoinedMembers;
    private final FindEventByTime findEventByTime;

    @Inject
    public RoomReadResource(
            ReadState readState,
            ReadStateEvent readStateEvent,
            ReadEvent readEvent,
            ReadEventById readEventById,
            ReadMessages readMessages,
            ReadContext readContext,
            ListMembers listMembers,
            ListJoinedMembers listJoinedMembers,
            FindEventByTime findEventByTime) {
        this.readState = readState;
        this.readStateEvent = readStateEvent;
        this.readEvent = readEvent;
        this.readEventById = readEventById;
        this.readMessages = readMessages;
        this.readContext = readContext;
        this.listMembers = listMembers;
        this.listJoinedMembers = listJoinedMembers;
        this.findEventByTime = findEventByTime;
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/state")
    @AllowsGuests
    public JsonBytes state(@Context SecurityContext security, @PathParam("roomId") RoomId room) {
        var json = new JsonWriter();
        write(json, readState.read(Caller.requester(security), room));
        return new JsonBytes(json.toBytes());
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/state/{eventType}{slash: /?}")
    @AllowsGuests
    public JsonValue stateEvent(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @QueryParam("format") @Nullable String format) {
        return stateEvent(security, room, type, "", format);
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey: .+}")
    @AllowsGuests
    public JsonValue stateEvent(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventType") EventType type,
            @PathParam("stateKey") String stateKey,
            @QueryParam("format") @Nullable String format) {
        var event = readStateEvent.read(Caller.requester(security), room, new StateTuple(type, stateKey));
        return "event".equals(format) ? event.json() : event.event().content();
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/event/{eventId}")
    @AllowsGuests
    public JsonObject event(
            @Context SecurityContext security, @PathParam("roomId") RoomId room, @PathParam("eventId") EventId event) {
        return readEvent.read(Caller.requester(security), room, event).json();
    }

    @GET
    @Path("_matrix/client/v3/events/{eventId}")
    public JsonObject event(@Context SecurityContext security, @PathParam("eventId") EventId event) {
        return readEventById.read(Caller.requester(security), event).json();
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/messages")
    @AllowsGuests
    public JsonBytes messages(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @QueryParam("dir") @Nullable String direction,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("filter") @Nullable String filter) {
        var page = readMessages.read(new ReadMessages.Wanted(
                Caller.requester(security),
                room,
                backwards(direction),
                Query.text(from),
                Query.text(to),
                Query.count("limit", limit),
                Query.roomEventFilter(filter)));
        var json = new JsonWriter().beginObject().name("start").value(page.start());
        page.end().ifPresent(end -> json.name("end").value(end));
        write(json.name("chunk"), page.chunk());
        write(json.name("state"), page.state());
        return new JsonBytes(json.endObject().toBytes());
    }

    private static boolean backwards(@Nullable String direction) {
        return switch (direction) {
            case "b" -> true;
            // The specification requires it; clients leave it out, and other servers read forwards then.
            case "f" -> false;
            case null -> false;
            default -> throw new InvalidParam("dir is b or f");
        };
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/context/{eventId}")
    @AllowsGuests
    public JsonBytes context(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId event,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("filter") @Nullable String filter) {
        var context = readContext.read(new ReadContext.Wanted(
                Caller.requester(security), room, event, Query.count("limit", limit), Query.roomEventFilter(filter)));
        var json = new JsonWriter()
                .beginObject()
                .name("start")
                .value(context.start())
                .name("end")
                .value(context.end())
                .name("event")
                .raw(context.event().bytes());
        write(json.name("events_before"), context.before());
        write(json.name("events_after"), context.after());
        write(json.name("state"), context.state());
        return new JsonBytes(json.endObject().toBytes());
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/members")
    @AllowsGuests
    public JsonBytes members(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @QueryParam("at") @Nullable String at,
            @QueryParam("membership") @Nullable String membership,
            @QueryParam("not_membership") @Nullable String notMembership) {
        var members = listMembers.list(new ListMembers.Wanted(
                Caller.requester(security), room, Query.text(at), membership(membership), membership(notMembership)));
        var json = new JsonWriter().beginObject();
        write(json.name("chunk"), members);
        return new JsonBytes(json.endObject().toBytes());
    }

    private static Optional<Membership> membership(@Nullable String text) {
        return Query.text(text)
                .map(name -> Membership.of(name).orElseThrow(() -> new InvalidParam("There is no membership " + name)));
    }

    @GET
    @Path("_matrix/client/v3/rooms/{roomId}/joined_members")
    public JsonObject joinedMembers(@Context SecurityContext security, @PathParam("roomId") RoomId room) {
        var joined = JsonObject.builder();
        listJoinedMembers.list(Caller.requester(security), room).forEach((user, member) -> {
            // Both members are always there, null if need be: so clients know it from other servers.
            var profile = JsonObject.builder()
                    .put("display_name", stringOrNull(member.displayName()))
                    .put("avatar_url", stringOrNull(member.avatarUrl()));
            joined.put(user.toString(), profile.build());
        });
        return JsonObject.of("joined", joined.build());
    }

    @GET
    @Path("_matrix/client/v1/rooms/{roomId}/timestamp_to_event")
    public JsonObject timestampToEvent(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @QueryParam("ts") @Nullable String time,
            @QueryParam("dir") @Nullable String direction) {
        var event = findEventByTime.find(new FindEventByTime.Wanted(
                Caller.requester(security), room, Query.requiredNumber("ts", time), backwards(direction)));
        return JsonObject.of("event_id", event.id().value())
                .with("origin_server_ts", event.event().originServerTs());
    }

    private static JsonValue stringOrNull(Optional<String> text) {
        return text.<JsonValue>map(JsonString::new).orElse(JsonNull.NULL);
    }

    private static void write(JsonWriter json, Collection<ClientEvent> events) {
        json.beginArray();
        events.forEach(event -> json.raw(event.bytes()));
        json.endArray();
    }
}
