package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.Map;

/**
 * The one form of a value that is hashed and signed: no white space, the shortest escapes, the members of objects sorted by
 * the Unicode code points of their names.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#canonical-json">Canonical JSON</a>
 */
public final class CanonicalJson {

    /** Names in the order of their code points, which is not that of UTF-16 once surrogates come in. */
    private static final Comparator<Map.Entry<String, JsonValue>> BY_CODE_POINT =
            (one, other) -> compareCodePoints(one.getKey(), other.getKey());

    private static final CanonicalJson STRICT = new CanonicalJson(true);
    private static final CanonicalJson LENIENT = new CanonicalJson(false);

    private final boolean strict;

    private CanonicalJson(boolean strict) {
        this.strict = strict;
    }

    /** For events of room version 6 and later: numbers are integers of at most 53 bits, anything else is an error. */
    public static CanonicalJson strict() {
        return STRICT;
    }

    /** For events of room versions 1 to 5, and for all that is not an event: takes every number there is. */
    public static CanonicalJson lenient() {
        return LENIENT;
    }

    /**
     * The canonical form in UTF-8.
     *
     * @throws NotCanonical if a number must not be
     */
    public byte[] bytes(JsonValue value) {
        return write(value).toBytes();
    }

    /**
     * The canonical form as a string.
     *
     * @throws NotCanonical if a number must not be
     */
    public String text(JsonValue value) {
        var buffer = write(value);
        return new String(buffer.array(), 0, buffer.size(), UTF_8);
    }

    private JsonBuffer write(JsonValue value) {
        var buffer = new JsonBuffer(1024);
        write(value, buffer);
        return buffer;
    }

    private void write(JsonValue value, JsonBuffer buffer) {
        switch (value) {
            case JsonObject object -> writeMembers(object, buffer);
            case JsonArray array -> writeValues(array, buffer);
            case JsonString(String text) -> buffer.writeString(text);
            case JsonNumber number -> writeNumber(number, buffer);
            case JsonBoolean(boolean truth) -> buffer.writeAscii(truth ? "true" : "false");
            case JsonNull.NULL -> buffer.writeAscii("null");
        }
    }

    private void writeMembers(JsonObject object, JsonBuffer buffer) {
        var members = sorted(object).table();
        buffer.write('{');
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                buffer.write(',');
            }
            buffer.writeString(members.name(i));
            buffer.write(':');
            write(members.value(i), buffer);
        }
        buffer.write('}');
    }

    /** The object with its members in order; mostly, and always when it came from another server's store, they are. */
    private static JsonObject sorted(JsonObject object) {
        var members = object.table();
        for (int i = 1; i < members.size(); i++) {
            if (compareCodePoints(members.name(i - 1), members.name(i)) > 0) {
                var sorted = JsonObject.builder();
                object.members().entrySet().stream()
                        .sorted(BY_CODE_POINT)
                        .forEachOrdered(member -> sorted.put(member.getKey(), member.getValue()));
                return sorted.build();
            }
        }
        return object;
    }

    private void writeValues(JsonArray array, JsonBuffer buffer) {
        buffer.write('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                buffer.write(',');
            }
            write(array.values().get(i), buffer);
        }
        buffer.write(']');
    }

    private void writeNumber(JsonNumber number, JsonBuffer buffer) {
        switch (number) {
            case JsonInteger integer when !strict || integer.isCanonical() -> buffer.writeInteger(integer.value());
            case JsonDecimal decimal when !strict -> buffer.writeAscii(JsonNumbers.text(decimal.value()));
            case JsonInteger _, JsonDecimal _ -> throw new NotCanonical(number);
        }
    }

    private static int compareCodePoints(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char unit = one.charAt(i);
            char otherUnit = other.charAt(i);
            if (unit != otherUnit) {
                return rank(unit) - rank(otherUnit);
            }
        }
        return one.length() - other.length();
    }

    /** Surrogates stand for code points above all others of sixteen bits. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
