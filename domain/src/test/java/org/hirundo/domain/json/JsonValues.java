package org.hirundo.domain.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Arbitrary JSON for properties. */
public final class JsonValues {

    private JsonValues() {}

    /** Strings of every character there is, mostly short. */
    public static Arbitrary<String> strings() {
        var characters = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.chars().ascii().map(String::valueOf)),
                Tuple.of(
                        2,
                        Arbitraries.integers()
                                .between(0, Character.MAX_CODE_POINT)
                                .filter(codePoint ->
                                        codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE)
                                .map(Character::toString)));
        return characters.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    /** Values whose numbers are integers of 53 bits. */
    public static Arbitrary<JsonValue> canonical() {
        return values(Arbitraries.longs()
                .between(JsonInteger.MIN_CANONICAL, JsonInteger.MAX_CANONICAL)
                .map(JsonInteger::new));
    }

    /** Values with any numbers. */
    public static Arbitrary<JsonValue> any() {
        Arbitrary<JsonNumber> integers = Arbitraries.longs().map(JsonInteger::new);
        Arbitrary<JsonNumber> decimals = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                .ofScale(9)
                .map(JsonDecimal::new);
        return values(Arbitraries.oneOf(List.of(integers, decimals)));
    }

    /** Objects whose numbers are integers of 53 bits. */
    public static Arbitrary<JsonObject> objects() {
        return members(canonical());
    }

    private static Arbitrary<JsonValue> values(Arbitrary<? extends JsonNumber> numbers) {
        Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
                numbers.map(number -> number),
                strings().map(JsonString::new),
                Arbitraries.of(JsonBoolean.TRUE, JsonBoolean.FALSE),
                Arbitraries.just(JsonNull.NULL));
        return Arbitraries.recursive(() -> leaves, JsonValues::nested, 0, 4);
    }

    private static Arbitrary<JsonValue> nested(Arbitrary<JsonValue> values) {
        return Arbitraries.oneOf(
                values,
                values.list().ofMaxSize(4).map(JsonArray::new),
                members(values).map(object -> object));
    }

    private static Arbitrary<JsonObject> members(Arbitrary<JsonValue> values) {
        return Arbitraries.maps(strings(), values).ofMaxSize(5).map(map -> JsonObject.of(new LinkedHashMap<>(map)));
    }
}
