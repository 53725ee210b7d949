package org.hirundo.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.json.NotCanonical;

/**
 * How the events of a room version are written.
 *
 * @param references how other events are referred to
 * @param numbers which numbers there may be
 * @param redactsInContent whether a redaction names its target in its content
 * @param createNamesRoom whether the create event has a {@code room_id}; otherwise the room's id is the hash of the event
 * @param stateKeys how state keys name the owner of the state
 * @see <a href="https://spec.matrix.org/v1.19/rooms/">Room versions</a>
 */
public record EventFormat(
        References references,
        Numbers numbers,
        boolean redactsInContent,
        boolean createNamesRoom,
        StateKeys stateKeys) {

    /** Room versions 1 and 2. */
    public static final EventFormat V1 =
            new EventFormat(References.WITH_HASHES, Numbers.ANY, false, true, StateKeys.WHOLE);

    /** Room versions 3 to 5: events have no id of their own and refer to each other by hash. */
    public static final EventFormat V3 = new EventFormat(References.IDS, Numbers.ANY, false, true, StateKeys.WHOLE);

    /** Room versions 6 to 10: nothing but integers that every JSON implementation agrees on. */
    public static final EventFormat V6 =
            new EventFormat(References.IDS, Numbers.CANONICAL, false, true, StateKeys.WHOLE);

    /** Room version 11: a redaction says in its content what it redacts. */
    public static final EventFormat V11 =
            new EventFormat(References.IDS, Numbers.CANONICAL, true, true, StateKeys.WHOLE);

    /** Room version 12: the create event is the room. */
    public static final EventFormat V12 =
            new EventFormat(References.IDS, Numbers.CANONICAL, true, false, StateKeys.WHOLE);

    /** The most bytes of an event, with its signatures. */
    public static final int MAX_BYTES = 65_536;

    private static final int MAX_FIELD_BYTES = 255;
    private static final int MAX_PREV_EVENTS = 20;
    private static final int MAX_AUTH_EVENTS = 10;

    /** How events refer to others. */
    public enum References {
        /** Pairs of an event id and the event's reference hash, which servers have left out and so may be missing. */
        WITH_HASHES,
        /** Event ids. */
        IDS
    }

    /** Which numbers events have. */
    public enum Numbers {
        /** All of JSON. */
        ANY,
        /** Integers within ±(2<sup>53</sup>&minus;1). */
        CANONICAL
    }

    /** This format, where state keys name the owner in their beginning. */
    public EventFormat withOwnedState() {
        return new EventFormat(references, numbers, redactsInContent, createNamesRoom, StateKeys.PREFIXED);
    }

    /** The canonical JSON of the version. */
    public CanonicalJson canonicalJson() {
        return switch (numbers) {
            case ANY -> CanonicalJson.lenient();
            case CANONICAL -> CanonicalJson.strict();
        };
    }

    /** The largest depth. An event that follows one so deep has it as well. */
    public long maxDepth() {
        return switch (numbers) {
            case ANY -> Long.MAX_VALUE;
            case CANONICAL -> JsonInteger.MAX_CANONICAL;
        };
    }

    /**
     * Checks that JSON is an event of this format, its size among it.
     *
     * @return its canonical JSON
     * @throws MalformedEvent when it is none
     */
    byte[] check(JsonObject event) {
        requireText(event, "type", MAX_FIELD_BYTES);
        if (event.has("state_key")) {
            requireText(event, "state_key", stateKeys.maxBytes());
        }
        requireId(event, "sender", UserId::find);
        checkRoom(event);
        if (references == References.WITH_HASHES) {
            requireId(event, "event_id", text -> EventId.find(text).flatMap(EventId::server));
        }
        require(event.object("content").isPresent(), "content is an object");
        require(
                event.object("hashes")
                        .flatMap(hashes -> hashes.string("sha256"))
                        .isPresent(),
                "hashes has sha256");
        require(event.object("signatures").isPresent(), "signatures is an object");
        require(event.integer("origin_server_ts").isPresent(), "origin_server_ts is an integer");
        require(event.integer("depth").orElse(-1) >= 0, "depth is an integer, not negative");
        require(count(event, "prev_events") <= MAX_PREV_EVENTS, "There are at most 20 prev_events");
        require(count(event, "auth_events") <= MAX_AUTH_EVENTS, "There are at most 10 auth_events");
        if (!redactsInContent && event.has("redacts")) {
            require(event.string("redacts").isPresent(), "redacts is a string");
        }
        return sized(event);
    }

    private void checkRoom(JsonObject event) {
        var isCreate =
                event.string("type").filter(EventType.CREATE.value()::equals).isPresent()
                        && event.string("state_key").filter(String::isEmpty).isPresent();
        if (isCreate && !createNamesRoom) {
            require(!event.has("room_id"), "The create event has no room_id");
        } else {
            requireId(event, "room_id", RoomId::find);
        }
    }

    private byte[] sized(JsonObject event) {
        byte[] bytes;
        try {
            bytes = canonicalJson().bytes(event);
        } catch (NotCanonical e) {
            throw new MalformedEvent("An event has integers that fit into 53 bits, and no other numbers");
        }
        if (bytes.length > MAX_BYTES) {
            throw new MalformedEvent.TooLarge("An event has at most 65536 bytes");
        }
        return bytes;
    }

    private static void requireText(JsonObject event, String name, int maxBytes) {
        var text = event.string(name).orElseThrow(() -> new MalformedEvent(name + " is a string"));
        if (text.length() > maxBytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new MalformedEvent.TooLarge(name + " has at most " + maxBytes + " bytes");
        }
    }

    private static void requireId(JsonObject event, String name, Function<String, Optional<?>> reader) {
        requireText(event, name, MAX_FIELD_BYTES);
        require(event.string(name).flatMap(reader).isPresent(), name + " is such an id");
    }

    private int count(JsonObject event, String name) {
        var array = event.array(name).orElseThrow(() -> new MalformedEvent(name + " is an array"));
        for (var value : array.values()) {
            require(idOf(value).isPresent(), name + " refers to events");
        }
        return array.size();
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new MalformedEvent(rule);
        }
    }

    /** The event ids of {@code prev_events} or {@code auth_events}. */
    List<EventId> references(JsonObject event, String name) {
        var array = event.array(name).orElse(JsonArray.EMPTY);
        var ids = new ArrayList<EventId>(array.size());
        for (var value : array.values()) {
            idOf(value).ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    private Optional<EventId> idOf(JsonValue reference) {
        return switch (references) {
            case IDS -> reference instanceof JsonString(var id) ? EventId.find(id) : Optional.empty();
            case WITH_HASHES ->
                reference instanceof JsonArray(var pair)
                                && pair.size() == 2
                                && pair.getFirst() instanceof JsonString(var id)
                                && pair.getLast() instanceof JsonObject
                        ? EventId.find(id)
                        : Optional.empty();
        };
    }

    /** What a redaction redacts. */
    Optional<EventId> redacts(JsonObject event) {
        var place = redactsInContent ? event.object("content").orElse(JsonObject.EMPTY) : event;
        return place.string("redacts").flatMap(EventId::find);
    }
}
