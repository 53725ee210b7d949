package org.hirundo.domain.json;

/** {@code true} or {@code false}. */
public record JsonBoolean(boolean value) implements JsonValue {

    /** The value {@code true}. */
    public static final JsonBoolean TRUE = new JsonBoolean(true);

    /** The value {@code false}. */
    public static final JsonBoolean FALSE = new JsonBoolean(false);

    /** The constant for a Java boolean. */
    public static JsonBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
