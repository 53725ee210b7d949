package org.hirundo.domain.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.fixture.Action;
import org.hirundo.domain.fixture.EventFixture;
import org.hirundo.domain.fixture.KnownEventSource;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.RoomVersion;

/**
 * A case of state resolution that was worked out by hand, for one room version. The files in {@code state/} hold a case for
 * several:
 *
 * <ul>
 *   <li>{@code explanation}: what happens and why it ends as it does; {@code source}: where the case is from;
 *   <li>{@code events}: in an order in which a server could have made them; {@code cites} are the auth events, {@code ts} the
 *       timestamp, {@code depth} the place in the list unless it is given, {@code signed_by} servers beside the sender's;
 *   <li>{@code common}: what all states have; {@code states}: what each has besides;
 *   <li>{@code resolved}: for some room versions what the resolution has beside what is common.
 * </ul>
 *
 * For room version 12 the creator is left out of power levels, and the create event out of what is cited.
 */
record StateCase(
        String name,
        RoomVersion version,
        Map<EventId, Event> events,
        List<EventId> rejected,
        List<StateMap> states,
        StateMap resolved) {

    private static final Path DIRECTORY = Path.of("src/test/resources/state");

    /** All cases, for all room versions. */
    static List<StateCase> all() {
        try (var files = Files.list(DIRECTORY)) {
            return files.sorted().flatMap(StateCase::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<StateCase> read(Path file) {
        try {
            var json = JsonParser.parseObject(Files.readAllBytes(file));
            return json.array("resolved").orElseThrow().objectsIn().flatMap(resolved -> resolved.array("versions")
                    .orElseThrow()
                    .stringsIn()
                    .map(version -> new Reader(json, RoomVersion.of(version).orElseThrow())
                            .read(file.getFileName().toString(), ids(resolved, "state"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events as a source knows them. */
    KnownEventSource source() {
        var source = new KnownEventSource();
        events.forEach((id, event) -> {
            if (rejected.contains(id)) {
                source.addRejected(event);
            } else {
                source.add(event);
            }
        });
        return source;
    }

    @Override
    public String toString() {
        return name + ", room version " + version;
    }

    private static List<EventId> ids(JsonObject json, String name) {
        return json.array(name)
                .orElse(JsonArray.EMPTY)
                .stringsIn()
                .map(EventId::new)
                .toList();
    }

    /** Reads a file for one room version. */
    private static final class Reader {

        private final JsonObject json;
        private final RoomVersion version;
        private final Map<EventId, Event> events = new LinkedHashMap<>();

        Reader(JsonObject json, RoomVersion version) {
            this.json = json;
            this.version = version;
        }

        StateCase read(String name, List<EventId> resolved) {
            json.array("events").orElseThrow().objectsIn().forEach(this::readEvent);
            var common = state(StateMap.EMPTY, ids(json, "common"));
            var states = new ArrayList<StateMap>();
            for (var state : json.object("states").orElseThrow().names()) {
                states.add(state(common, ids(json.object("states").orElseThrow(), state)));
            }
            return new StateCase(name, version, events, ids(json, "rejected"), states, state(common, resolved));
        }

        private void readEvent(JsonObject event) {
            var id = new EventId(event.string("id").orElseThrow());
            var sender = UserId.parse(event.string("sender").orElseThrow());
            var type = new EventType(event.string("type").orElseThrow());
            var content = event.object("content").orElse(JsonObject.EMPTY);
            var action = Action.state(
                    type, event.string("state_key").orElse(""), isV12() ? withoutCreator(content) : content);
            var cites = ids(event, "cites").stream()
                    .filter(cited -> !isV12() || !isCreate(cited))
                    .toList();
            var previous = events.isEmpty() ? List.<EventId>of() : List.of(last());
            var fixture = EventFixture.in(version)
                    .of(roomId(id), sender, action)
                    .after(previous, event.integer("depth").orElse(events.size()))
                    .citing(cites)
                    .at(event.integer("ts").orElseThrow())
                    .named(id);
            event.strings("signed_by").orElse(List.of()).forEach(server -> fixture.signedBy(ServerName.parse(server)));
            events.put(id, fixture.build());
        }

        private StateMap state(StateMap start, List<EventId> ids) {
            var state = start;
            for (var id : ids) {
                var event = events.get(id);
                if (event == null) {
                    throw new AssertionError("No event " + id);
                }
                var tuple = event.stateTuple().orElseThrow();
                if (state.has(tuple)) {
                    throw new AssertionError("Two events for " + tuple);
                }
                state = state.with(tuple, id);
            }
            return state;
        }

        private RoomId roomId(EventId first) {
            return isV12()
                    ? new RoomId("!"
                            + (events.isEmpty() ? first : create().id()).value().substring(1))
                    : new RoomId("!room:example.org");
        }

        private JsonObject withoutCreator(JsonObject content) {
            var creator = events.isEmpty() ? "" : create().sender().toString();
            return content.object("users")
                    .map(users -> content.with("users", users.without(creator)))
                    .orElse(content);
        }

        private boolean isCreate(EventId id) {
            return id.equals(create().id());
        }

        private Event create() {
            return events.values().iterator().next();
        }

        private EventId last() {
            return List.copyOf(events.keySet()).getLast();
        }

        private boolean isV12() {
            return version.equals(RoomVersion.V12);
        }
    }
}
