package org.hirundo.bootstrap.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonNumber;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/** Bodies that differ from a right one in one place. */
final class Wrongs {

    /** A value of each type, and some that are hard to take. */
    private static final List<JsonValue> VALUES = List.of(
            JsonNull.NULL,
            JsonBoolean.TRUE,
            new JsonInteger(1),
            new JsonInteger(-1),
            JsonParser.parse("9007199254740993"),
            JsonParser.parse("1e400"),
            new JsonString(""),
            new JsonString("text"),
            new JsonString("\0"),
            new JsonString("x".repeat(70_000)),
            JsonArray.EMPTY,
            JsonArray.of(JsonNull.NULL),
            JsonObject.EMPTY,
            JsonObject.of("", JsonNull.NULL));

    private Wrongs() {}

    /**
     * A body with something else in one place.
     *
     * @param place the names that lead there, with points between them
     * @param isOfOtherType whether a member of the object itself now has a type that it cannot have
     */
    record Wrong(String place, JsonValue value, JsonObject body, boolean isOfOtherType) {}

    static List<Wrong> of(JsonObject right) {
        var wrongs = new ArrayList<Wrong>();
        right.members()
                .forEach((name, value) -> VALUES.forEach(other -> wrongs.add(new Wrong(
                        name, other, right.with(name, other), other != JsonNull.NULL && !isOfSameType(value, other)))));
        right.members().forEach((name, value) -> inside(name, value, changed -> right.with(name, changed), wrongs));
        return wrongs;
    }

    private static void inside(String place, JsonValue value, UnaryOperator<JsonValue> whole, List<Wrong> wrongs) {
        switch (value) {
            case JsonObject object ->
                object.members().forEach((name, member) -> {
                    UnaryOperator<JsonValue> around = changed -> whole.apply(object.with(name, changed));
                    everything(place + "." + name, around, wrongs);
                    inside(place + "." + name, member, around, wrongs);
                });
            case JsonArray array
            when array.size() > 0 -> {
                UnaryOperator<JsonValue> around = changed -> whole.apply(JsonArray.of(changed));
                everything(place + "[]", around, wrongs);
                inside(place + "[]", array.values().getFirst(), around, wrongs);
            }
            default -> {}
        }
    }

    private static void everything(String place, UnaryOperator<JsonValue> whole, List<Wrong> wrongs) {
        VALUES.forEach(other -> wrongs.add(new Wrong(place, other, (JsonObject) whole.apply(other), false)));
    }

    private static boolean isOfSameType(JsonValue one, JsonValue other) {
        return one instanceof JsonNumber ? other instanceof JsonNumber : one.getClass() == other.getClass();
    }
}
