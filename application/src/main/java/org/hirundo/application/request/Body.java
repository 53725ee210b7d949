package org.hirundo.application.request;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * The body of a request. Members that are {@code null} count as absent; members of the wrong type are refused with {@link
 * BadJson}, and required ones that are absent with {@link MissingParam}.
 */
public record Body(JsonObject json) {

    /** The string, if there is one. */
    public Optional<String> string(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonString(var text)) {
                return text;
            }
            throw new BadJson(name + " is a string");
        });
    }

    /** The string that has to be there. */
    public String requiredString(String name) {
        return string(name).orElseThrow(() -> missing(name));
    }

    /** The boolean, if there is one. */
    public Optional<Boolean> bool(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonBoolean(var bool)) {
                return bool;
            }
            throw new BadJson(name + " is true or false");
        });
    }

    /** The boolean that has to be there. */
    public boolean requiredBool(String name) {
        return bool(name).orElseThrow(() -> missing(name));
    }

    /** The integer, if there is one. */
    public Optional<Long> integer(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonInteger(var number)) {
                return number;
            }
            throw new BadJson(name + " is an integer");
        });
    }

    /** The integer that has to be there. */
    public long requiredInteger(String name) {
        return integer(name).orElseThrow(() -> missing(name));
    }

    /** The object, if there is one. */
    public Optional<JsonObject> object(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonObject object) {
                return object;
            }
            throw new BadJson(name + " is an object");
        });
    }

    /** The object that has to be there. */
    public JsonObject requiredObject(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    /** The array of strings, if there is one. */
    public Optional<List<String>> strings(String name) {
        return member(name).map(value -> Optional.of(value)
                .filter(JsonArray.class::isInstance)
                .flatMap(array -> ((JsonArray) array).strings())
                .orElseThrow(() -> new BadJson(name + " is an array of strings")));
    }

    /** The array of strings that has to be there. */
    public List<String> requiredStrings(String name) {
        return strings(name).orElseThrow(() -> missing(name));
    }

    /**
     * The array of user ids, if there is one.
     *
     * @throws InvalidParam when it has a string that is none
     */
    public Optional<List<UserId>> users(String name) {
        return strings(name).map(ids -> ids.stream()
                .map(id -> UserId.find(id).orElseThrow(() -> new InvalidParam("Not a user id: " + id)))
                .toList());
    }

    /** The array of user ids that has to be there, see {@link #users}. */
    public List<UserId> requiredUsers(String name) {
        return users(name).orElseThrow(() -> missing(name));
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> !(value instanceof JsonNull));
    }

    private static MissingParam missing(String name) {
        return new MissingParam(name + " is missing");
    }
}
