package org.hirundo.rest.client.search;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.request.Body;
import org.hirundo.application.search.Grouping;
import org.hirundo.application.search.SearchEvents.Around;
import org.hirundo.application.search.SearchEvents.Wanted;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.search.SearchKey;
import org.hirundo.domain.sync.RoomEventFilter;

/** Reads the criteria of a search, {@code room_events} in the body. */
final class SearchCriteria {

    private static final int DEFAULT_CONTEXT = 5;

    private SearchCriteria() {}

    static Wanted read(Requester requester, JsonObject json, Optional<String> nextBatch) {
        var body = new Body(json);
        return new Wanted(
                requester,
                body.requiredString("search_term"),
                keys(json),
                body.object("filter").map(RoomEventFilter::parse).orElse(RoomEventFilter.ALL),
                byRank(body),
                body.object("event_context").map(SearchCriteria::around),
                body.bool("include_state").orElse(false),
                groupings(body),
                nextBatch);
    }

    private static Set<SearchKey> keys(JsonObject json) {
        var names = array(json, "keys");
        if (names.isEmpty()) {
            return EnumSet.allOf(SearchKey.class);
        }
        var keys = EnumSet.noneOf(SearchKey.class);
        for (var name : names.get().strings().orElseThrow(() -> new BadJson("keys is an array of strings"))) {
            keys.add(SearchKey.find(name).orElseThrow(() -> new InvalidParam("There is no key " + name)));
        }
        return keys;
    }

    private static Optional<JsonArray> array(JsonObject json, String name) {
        return switch (json.get(name)) {
            case null -> Optional.empty();
            case JsonNull.NULL -> Optional.empty();
            case JsonArray array -> Optional.of(array);
            default -> throw new BadJson(name + " is an array");
        };
    }

    private static boolean byRank(Body body) {
        return switch (body.string("order_by").orElse("rank")) {
            case "rank" -> true;
            case "recent" -> false;
            default -> throw new InvalidParam("order_by is rank or recent");
        };
    }

    private static Around around(JsonObject json) {
        return new Around(
                count(json, "before_limit"),
                count(json, "after_limit"),
                new Body(json).bool("include_profile").orElse(false));
    }

    private static int count(JsonObject json, String name) {
        return switch (json.get(name)) {
            case null -> DEFAULT_CONTEXT;
            case JsonNull.NULL -> DEFAULT_CONTEXT;
            case JsonInteger(long count) when count >= 0 -> (int) Math.min(count, Integer.MAX_VALUE);
            default -> throw new BadJson(name + " is an integer and not negative");
        };
    }

    private static Set<Grouping> groupings(Body body) {
        var groupings = new LinkedHashSet<Grouping>();
        var groups = body.object("groupings").flatMap(json -> array(json, "group_by"));
        for (var group : groups.map(JsonArray::values).orElse(List.of())) {
            if (!(group instanceof JsonObject json)) {
                throw new BadJson("group_by is an array of objects");
            }
            var key = new Body(json).requiredString("key");
            groupings.add(Grouping.find(key).orElseThrow(() -> new InvalidParam("There are no groups by " + key)));
        }
        return groupings;
    }
}
