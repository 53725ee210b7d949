package org.hirundo.rest.common;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * An object that a request sent, read member by member: what is missing, or of another type than expected, ends the request with
 * {@code M_BAD_JSON} and the name of the member. A member that is {@code null} counts as missing, which is what clients mean by
 * it.
 *
 * @param json the object itself
 */
public record Body(JsonObject json) {

    /** The string of this name. */
    public String string(String name) {
        return required(name, optionalString(name));
    }

    /** The string of this name, if there is one. */
    public Optional<String> optionalString(String name) {
        return member(name).map(value -> value instanceof JsonString(var text) ? text : wrong(name, "a string"));
    }

    /** The boolean of this name, or what is meant when it is absent. */
    public boolean flag(String name, boolean whenAbsent) {
        return member(name)
                .map(value -> value instanceof JsonBoolean(var truth) ? truth : wrong(name, "true or false"))
                .orElse(whenAbsent);
    }

    /** The integer of this name. */
    public long integer(String name) {
        return required(name, integerMember(name));
    }

    /** The integer of this name, if there is one. */
    public OptionalLong optionalInteger(String name) {
        return integerMember(name).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private Optional<Long> integerMember(String name) {
        return member(name).map(value -> value instanceof JsonInteger(var number) ? number : wrong(name, "an integer"));
    }

    /** The object of this name, to be read member by member. */
    public Body object(String name) {
        return required(name, optionalObject(name));
    }

    /** The object of this name, if there is one. */
    public Optional<Body> optionalObject(String name) {
        return member(name)
                .map(value -> value instanceof JsonObject object ? new Body(object) : wrong(name, "an object"));
    }

    /** The strings of the array of this name. */
    public List<String> strings(String name) {
        return required(name, optionalStrings(name));
    }

    /** The strings of the array of this name, if there is one. */
    public Optional<List<String>> optionalStrings(String name) {
        return elements(
                name, "an array of strings", value -> value instanceof JsonString(var text) ? text : wrong(name, "an array of strings"));
    }

    /** The objects of the array of this name. */
    public List<Body> objects(String name) {
        return required(name, optionalObjects(name));
    }

    /** The objects of the array of this name, if there is one. */
    public Optional<List<Body>> optionalObjects(String name) {
        return elements(
                name,
                "an array of objects",
                value -> value instanceof JsonObject object ? new Body(object) : wrong(name, "an array of objects"));
    }

    /**
     * The identifier of this name.
     *
     * @param parse makes the identifier of the string, or throws {@link MalformedIdentifier}
     */
    public <T> T id(String name, Function<String, T> parse) {
        return required(name, optionalId(name, parse));
    }

    /** The identifier of this name, if there is one. */
    public <T> Optional<T> optionalId(String name, Function<String, T> parse) {
        return optionalString(name).map(text -> parsed(name, text, parse));
    }

    /** The identifiers of the array of this name, if there is one. */
    public <T> Optional<List<T>> optionalIds(String name, Function<String, T> parse) {
        return optionalStrings(name)
                .map(texts -> texts.stream()
                        .map(text -> parsed(name, text, parse))
                        .toList());
    }

    /** The member of this name as it is, if there is one. */
    public Optional<JsonValue> member(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> !(value instanceof JsonNull));
    }

    private <T> Optional<List<T>> elements(String name, String expected, Function<JsonValue, T> element) {
        return member(name).map(value -> {
            if (!(value instanceof JsonArray array)) {
                return wrong(name, expected);
            }
            return array.values().stream().map(element).toList();
        });
    }

    private static <T> T parsed(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (MalformedIdentifier e) {
            throw new InvalidParam("'" + name + "': " + e.getMessage());
        }
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new BadJson("'" + name + "' is missing"));
    }

    /** Stands where a value would, so that expressions stay expressions. */
    private static <T> T wrong(String name, String expected) throws MatrixException {
        throw new BadJson("'" + name + "' is not " + expected);
    }
}
