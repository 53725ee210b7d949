package org.hirundo.rest.client.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.sync.ReadEventStream;
import org.hirundo.application.sync.ReadInitialSync;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonWriter;
import org.hirundo.rest.common.AllowsGuests;
import org.hirundo.rest.common.Authenticated;
import org.hirundo.rest.common.Caller;
import org.hirundo.rest.common.JsonBytes;
import org.hirundo.rest.common.Query;
import org.jspecify.annotations.Nullable;

/** How clients kept up with the server once ({@code old_sync.yaml}), and do with rooms they look into ({@code peeking_events.yaml}). */
@Path("/")
@Authenticated
@Singleton
public final class OldSyncResource {

    private final ReadEventStream readEventStream;
    private final ReadInitialSync readInitialSync;

    @Inject
    public OldSyncResource(ReadEventStream readEventStream, ReadInitialSync readInitialSync) {
        this.readEventStream = readEventStream;
        this.readInitialSync = readInitialSync;
    }

    @GET
    @Path("_matrix/client/v3/events")
    @AllowsGuests
    public JsonBytes events(
            @Context SecurityContext security,
            @QueryParam("from") @Nullable String from,
            @QueryParam("timeout") @Nullable String timeout,
            @QueryParam("room_id") @Nullable RoomId room) {
        var part = readEventStream.read(new ReadEventStream.Wanted(
                Caller.requester(security),
                Optional.ofNullable(room),
                Query.text(from).map(SyncToken::parse),
                Duration.ofMillis(Query.count("timeout", timeout).orElse(0))));
        var json = new JsonWriter()
                .beginObject()
                .name("start")
                .value(part.start().toString())
                .name("end")
                .value(part.end().toString());
        events(json, "chunk", part.chunk());
        return new JsonBytes(json.endObject().toBytes());
    }

    @GET
    @Path("_matrix/client/v3/initialSync")
    public JsonBytes initialSync(
            @Context SecurityContext security,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("archived") @Nullable String archived) {
        var snapshot = readInitialSync.read(
                Caller.requester(security), Query.count("limit", limit), Query.flag("archived", archived));
        var end = snapshot.end().toString();
        var json = new JsonWriter().beginObject().name("end").value(end);
        json.name("presence").beginArray();
        snapshot.presence().forEach(json::value);
        json.endArray();
        typed(json, snapshot.accountData());
        json.name("rooms").beginArray();
        snapshot.rooms().forEach(room -> room(json, room, end));
        json.endArray();
        return new JsonBytes(json.endObject().toBytes());
    }

    private static void room(JsonWriter json, ReadInitialSync.Room room, String end) {
        json.beginObject()
                .name("room_id")
                .value(room.room().value())
                .name("membership")
                .value(room.membership().wireName());
        room.invite().ifPresent(invite -> json.name("invite").value(invite));
        room.timeline().ifPresent(timeline -> {
            json.name("messages").beginObject();
            timeline.prevBatch().ifPresent(start -> json.name("start").value(start));
            json.name("end").value(end);
            events(json, "chunk", timeline.events());
            json.endObject();
            events(json, "state", room.state());
            typed(json, room.accountData());
        });
        json.endObject();
    }

    private static void events(JsonWriter json, String name, List<ClientEvent> events) {
        json.name(name).beginArray();
        events.forEach(event -> json.raw(event.bytes()));
        json.endArray();
    }

    private static void typed(JsonWriter json, List<Typed> accountData) {
        json.name("account_data").beginArray();
        for (var entry : accountData) {
            json.beginObject()
                    .name("type")
                    .value(entry.type())
                    .name("content")
                    .value(entry.content())
                    .endObject();
        }
        json.endArray();
    }
}
