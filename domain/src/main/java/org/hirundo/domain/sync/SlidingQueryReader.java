package org.hirundo.domain.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/** Reads requests for sliding sync in either form. */
record SlidingQueryReader(SlidingForm form, UserId user) {

    private static final int MAX_LISTS = 100;
    private static final int MAX_SUBSCRIPTIONS = 100;
    private static final int MAX_RANGES = 100;

    /** Each is compared with each state event of a room. */
    private static final int MAX_ELEMENTS = 200;

    private static final int MAX_CONNECTION_LENGTH = 255;

    /** The specification's opaque identifiers. */
    private static final Pattern OPAQUE = Pattern.compile("[0-9a-zA-Z._~-]{1,255}");

    SlidingQuery read(RequestReader body) {
        var connection = body.string("conn_id").orElse("");
        if (connection.length() > MAX_CONNECTION_LENGTH) {
            throw new InvalidParam("conn_id is longer than " + MAX_CONNECTION_LENGTH + " characters");
        }
        return new SlidingQuery(
                form,
                connection,
                lists(body),
                subscriptions(body),
                SlidingExtensions.read(
                        body.object("extensions").orElse(new RequestReader(JsonObject.EMPTY, "extensions"))));
    }

    private SequencedMap<String, SlidingList> lists(RequestReader body) {
        var lists = members(body, "lists", MAX_LISTS, this::list);
        if (form == SlidingForm.ACCEPTED) {
            lists.keySet().stream()
                    .filter(name -> !OPAQUE.matcher(name).matches())
                    .findFirst()
                    .ifPresent(name -> {
                        throw new InvalidParam("The name of a list is no opaque identifier: " + name);
                    });
        }
        return lists;
    }

    private Map<RoomId, SlidingRoomConfig> subscriptions(RequestReader body) {
        var rooms = new LinkedHashMap<RoomId, SlidingRoomConfig>();
        members(body, "room_subscriptions", MAX_SUBSCRIPTIONS, this::config).forEach((name, config) -> {
            try {
                rooms.put(RoomId.parse(name), config);
            } catch (MalformedIdentifier e) {
                throw new InvalidParam("room_subscriptions names what is no room: " + e.getMessage());
            }
        });
        return rooms;
    }

    private static <T> SequencedMap<String, T> members(
            RequestReader body, String name, int max, Function<RequestReader, T> read) {
        var found = new LinkedHashMap<String, T>();
        body.object(name).ifPresent(reader -> {
            var names = reader.json().names();
            if (names.size() > max) {
                throw new InvalidParam(name + " are at most " + max);
            }
            for (var member : names) {
                reader.object(member).ifPresent(inner -> found.put(member, read.apply(inner)));
            }
        });
        return found;
    }

    private SlidingList list(RequestReader reader) {
        return new SlidingList(
                config(reader),
                form == SlidingForm.ACCEPTED
                        ? reader.values("range").map(pair -> List.of(range(reader, "range", pair)))
                        : reader.values("ranges").map(pairs -> ranges(reader, pairs)),
                SlidingRoomFilter.read(reader.object("filters").orElse(new RequestReader(JsonObject.EMPTY, ""))));
    }

    private SlidingRoomConfig config(RequestReader reader) {
        var limit = reader.count("timeline_limit");
        if (limit.isEmpty()) {
            throw new MissingParam(reader.where() + ".timeline_limit is missing");
        }
        return new SlidingRoomConfig(
                limit.getAsInt(), form == SlidingForm.ACCEPTED ? requested(reader) : paired(reader));
    }

    private static List<SlidingList.Range> ranges(RequestReader reader, List<JsonValue> pairs) {
        if (pairs.size() > MAX_RANGES) {
            throw new InvalidParam(reader.where() + ".ranges are at most " + MAX_RANGES);
        }
        var ranges = new ArrayList<SlidingList.Range>();
        for (var pair : pairs) {
            if (!(pair instanceof JsonArray(var ends))) {
                throw reader.bad("ranges", "an array of pairs of integers");
            }
            ranges.add(range(reader, "ranges", ends));
        }
        return ranges;
    }

    private static SlidingList.Range range(RequestReader reader, String name, List<JsonValue> pair) {
        if (pair.size() == 2
                && pair.getFirst() instanceof JsonInteger(var first)
                && pair.getLast() instanceof JsonInteger(var last)) {
            if (first < 0 || last < first) {
                throw new InvalidParam(reader.where() + "." + name + " ends before it begins");
            }
            // No list is as long, and the index behind the last one is an int too.
            int end = Integer.MAX_VALUE - 1;
            return new SlidingList.Range((int) Math.min(first, end), (int) Math.min(last, end));
        }
        throw reader.bad(name, "made of pairs of integers");
    }

    /** The accepted form: what is included and what is excluded, by members. */
    private static RequiredState requested(RequestReader reader) {
        return reader.object("required_state")
                .map(state -> RequiredState.of(
                        elements(state, "include"), elements(state, "exclude"), state.flag("lazy_members")))
                .orElse(RequiredState.NOTHING);
    }

    private static List<RequiredState.Element> elements(RequestReader state, String name) {
        var elements = new ArrayList<RequiredState.Element>();
        for (var value : bounded(state, name)) {
            if (!(value instanceof JsonObject element)) {
                throw state.bad(name, "an array of objects");
            }
            var reader = new RequestReader(element, state.where() + "." + name);
            elements.add(
                    new RequiredState.Element(reader.string("type").map(EventType::of), reader.string("state_key")));
        }
        return elements;
    }

    /** The deployed form: pairs of a type and a state key. */
    private RequiredState paired(RequestReader reader) {
        var elements = new ArrayList<RequiredState.Element>();
        boolean lazy = false;
        for (var value : bounded(reader, "required_state")) {
            if (!(value instanceof JsonArray array)) {
                throw reader.bad("required_state", "an array of pairs of strings");
            }
            var pair = array.strings()
                    .filter(texts -> texts.size() == 2)
                    .orElseThrow(() -> reader.bad("required_state", "an array of pairs of strings"));
            var type = Optional.of(pair.getFirst())
                    .filter(text -> !text.equals("*"))
                    .map(EventType::of);
            if (pair.getLast().equals("$LAZY") && type.equals(Optional.of(EventType.MEMBER))) {
                lazy = true;
            } else {
                elements.add(new RequiredState.Element(type, stateKey(pair.getLast())));
            }
        }
        return RequiredState.of(elements, List.of(), lazy);
    }

    private Optional<String> stateKey(String text) {
        return switch (text) {
            case "*" -> Optional.empty();
            case "$ME" -> Optional.of(user.toString());
            default -> Optional.of(text);
        };
    }

    private static List<JsonValue> bounded(RequestReader reader, String name) {
        var values = reader.values(name).orElse(List.of());
        if (values.size() > MAX_ELEMENTS) {
            throw new InvalidParam(reader.where() + "." + name + " has more than " + MAX_ELEMENTS + " elements");
        }
        return values;
    }
}
