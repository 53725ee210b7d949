package org.hirundo.domain.json;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A JSON array; immutable. */
public record JsonArray(List<JsonValue> values) implements JsonValue {

    /** The array without values. */
    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        values = List.copyOf(values);
    }

    /** The array of these values. */
    public static JsonArray of(JsonValue... values) {
        return new JsonArray(List.of(values));
    }

    /** The array of these strings, in the order of the collection. */
    public static JsonArray ofStrings(Collection<?> texts) {
        return of(texts, text -> new JsonString(text.toString()));
    }

    /** The array of what {@code toJson} makes of each item. */
    public static <T> JsonArray of(Collection<T> items, Function<? super T, ? extends JsonValue> toJson) {
        return new JsonArray(items.stream().<JsonValue>map(toJson).toList());
    }

    /** How many values there are. */
    public int size() {
        return values.size();
    }

    /** The values as strings, or empty when one of them is something else. */
    public Optional<List<String>> strings() {
        return values.stream().allMatch(JsonString.class::isInstance)
                ? Optional.of(stringsIn().toList())
                : Optional.empty();
    }

    /** The strings among the values; others are skipped. */
    public Stream<String> stringsIn() {
        return values.stream().filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value());
    }

    /** The objects among the values; others are skipped. */
    public Stream<JsonObject> objectsIn() {
        return values.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
}
