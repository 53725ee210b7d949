package org.hirundo.domain.sync;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * Reads the members of a filter or of a request for sliding sync. Unknown members are ignored and {@code null} counts as
 * absent, as clients in languages with null write it; a member of the wrong type is an error, because what is not understood
 * hides or shows the wrong things.
 */
record RequestReader(JsonObject json, String where) {

    Optional<RequestReader> object(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonObject inner) {
                return new RequestReader(inner, path(name));
            }
            throw bad(name, "an object");
        });
    }

    Optional<List<String>> strings(String name) {
        return member(name).map(value -> {
            if (!(value instanceof JsonArray array)) {
                throw bad(name, "an array of strings");
            }
            return array.strings().orElseThrow(() -> bad(name, "an array of strings"));
        });
    }

    <T> Optional<Set<T>> identifiers(String name, Function<String, T> parse) {
        return strings(name).map(texts -> {
            var identifiers = new LinkedHashSet<T>();
            for (var text : texts) {
                try {
                    identifiers.add(parse.apply(text));
                } catch (MalformedIdentifier e) {
                    throw new BadJson(path(name) + " has a malformed identifier: " + e.getMessage());
                }
            }
            return identifiers;
        });
    }

    /** The values of an array. */
    Optional<List<JsonValue>> values(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonArray(var values)) {
                return values;
            }
            throw bad(name, "an array");
        });
    }

    boolean flag(String name) {
        return optionalFlag(name).orElse(false);
    }

    Optional<Boolean> optionalFlag(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonBoolean(var flag)) {
                return flag;
            }
            throw bad(name, "a boolean");
        });
    }

    /** A number of events; what does not fit into an int is as good as the largest. */
    OptionalInt count(String name) {
        return switch (member(name).orElse(JsonNull.NULL)) {
            case JsonNull.NULL -> OptionalInt.empty();
            case JsonInteger(var number) when number >= 0 -> OptionalInt.of((int) Math.min(number, Integer.MAX_VALUE));
            default -> throw bad(name, "an integer greater than 0");
        };
    }

    Optional<String> string(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonString(var text)) {
                return text;
            }
            throw bad(name, "a string");
        });
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> value != JsonNull.NULL);
    }

    BadJson bad(String name, String expected) {
        return new BadJson(path(name) + " is not " + expected);
    }

    private String path(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }
}
