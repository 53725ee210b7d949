package org.hirundo.rest.client.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ListThreads;
import org.hirundo.application.timeline.ReadRelations;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.JsonBytes;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** Relations and threads ({@code relations.yaml}, {@code threads_list.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class RelationsResource {

    /** What the parameter was called before it was specified. */
    private static final String OLD_RECURSE = "org.matrix.msc3981.recurse";

    private final ReadRelations readRelations;
    private final ListThreads listThreads;

    @Inject
    public RelationsResource(ReadRelations readRelations, ListThreads listThreads) {
        this.readRelations = readRelations;
        this.listThreads = listThreads;
    }

    @GET
    @Path("_matrix/client/v1/rooms/{roomId}/relations/{eventId}")
    public JsonBytes relations(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId event) {
        return relations(security, uri, room, event, Optional.empty(), Optional.empty());
    }

    @GET
    @Path("_matrix/client/v1/rooms/{roomId}/relations/{eventId}/{relType}")
    public JsonBytes relations(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId event,
            @PathParam("relType") String relation) {
        return relations(security, uri, room, event, Optional.of(new RelationType(relation)), Optional.empty());
    }

    @GET
    @Path("_matrix/client/v1/rooms/{roomId}/relations/{eventId}/{relType}/{eventType}")
    public JsonBytes relations(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @PathParam("roomId") RoomId room,
            @PathParam("eventId") EventId event,
            @PathParam("relType") String relation,
            @PathParam("eventType") EventType type) {
        return relations(security, uri, room, event, Optional.of(new RelationType(relation)), Optional.of(type));
    }

    private JsonBytes relations(
            SecurityContext security,
            UriInfo uri,
            RoomId room,
            EventId event,
            Optional<RelationType> relation,
            Optional<EventType> type) {
        var query = uri.getQueryParameters();
        var page = readRelations.read(new ReadRelations.Wanted(
                Caller.requester(security),
                room,
                event,
                relation,
                type,
                backwards(query.getFirst("dir")),
                Query.flag("recurse", query.getFirst("recurse"))
                        || Query.flag(OLD_RECURSE, query.getFirst(OLD_RECURSE)),
                Query.text(query.getFirst("from")),
                Query.text(query.getFirst("to")),
                Query.count("limit", query.getFirst("limit"))));
        var json = new JsonWriter().beginObject();
        write(json.name("chunk"), page.chunk());
        page.next().ifPresent(next -> json.name("next_batch").value(next));
        page.previous().ifPresent(previous -> json.name("prev_batch").value(previous));
        page.depth().ifPresent(depth -> json.name("recursion_depth").value(depth));
        return new JsonBytes(json.endObject().toBytes());
    }

    private static boolean backwards(@Nullable String direction) {
        return switch (Query.text(direction).orElse("b")) {
            case "b" -> true;
            case "f" -> false;
            default -> throw new InvalidParam("dir is b or f");
        };
    }

    @GET
    @Path("_matrix/client/v1/rooms/{roomId}/threads")
    public JsonBytes threads(
            @Context SecurityContext security,
            @PathParam("roomId") RoomId room,
            @QueryParam("include") @Nullable String include,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("from") @Nullable String from) {
        var page = listThreads.list(new ListThreads.Wanted(
                Caller.requester(security),
                room,
                participated(include),
                Query.count("limit", limit),
                Query.text(from)));
        var json = new JsonWriter().beginObject();
        write(json.name("chunk"), page.chunk());
        page.next().ifPresent(next -> json.name("next_batch").value(next));
        return new JsonBytes(json.endObject().toBytes());
    }

    private static boolean participated(@Nullable String include) {
        return switch (Query.text(include).orElse("all")) {
            case "all" -> false;
            case "participated" -> true;
            default -> throw new InvalidParam("include is all or participated");
        };
    }

    private static void write(JsonWriter json, List<ClientEvent> events) {
        json.beginArray();
        events.forEach(event -> json.raw(event.bytes()));
        json.endArray();
    }
}
