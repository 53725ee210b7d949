package org.hirundo.domain.json;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes JSON for answers, as it comes: members keep the order in which they are written, values are not looked at twice,
 * and what is JSON already is copied. Not safe for use by several threads.
 *
 * <p>The caller keeps objects and arrays balanced, and names and values in turn.
 */
public final class JsonWriter {

    private final JsonBuffer buffer;

    /** Whether the next value or name stands after another one. */
    private boolean comma;

    /** An empty writer. */
    public JsonWriter() {
        this(1024);
    }

    /** An empty writer with room for as many bytes; it grows beyond. */
    public JsonWriter(int capacity) {
        buffer = new JsonBuffer(capacity);
    }

    /** Begins an object. */
    public JsonWriter beginObject() {
        separate();
        buffer.write('{');
        comma = false;
        return this;
    }

    /** Ends the object begun last. */
    public JsonWriter endObject() {
        buffer.write('}');
        comma = true;
        return this;
    }

    /** Begins an array. */
    public JsonWriter beginArray() {
        separate();
        buffer.write('[');
        comma = false;
        return this;
    }

    /** Ends the array begun last. */
    public JsonWriter endArray() {
        buffer.write(']');
        comma = true;
        return this;
    }

    /**
     * Writes the name of a member; its value is written next.
     *
     * @throws IllegalArgumentException when it holds a lone surrogate
     */
    public JsonWriter name(String name) {
        separate();
        buffer.writeString(name);
        buffer.write(':');
        comma = false;
        return this;
    }

    /**
     * Writes a string.
     *
     * @throws IllegalArgumentException when it holds a lone surrogate
     */
    public JsonWriter value(String text) {
        separate();
        buffer.writeString(text);
        comma = true;
        return this;
    }

    /** Writes an integer. */
    public JsonWriter value(long number) {
        separate();
        buffer.writeInteger(number);
        comma = true;
        return this;
    }

    /** Writes a boolean. */
    public JsonWriter value(boolean truth) {
        separate();
        buffer.writeAscii(truth ? "true" : "false");
        comma = true;
        return this;
    }

    /** Writes {@code null}. */
    public JsonWriter nullValue() {
        separate();
        buffer.writeAscii("null");
        comma = true;
        return this;
    }

    /** Writes a value, its members in their order. */
    public JsonWriter value(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                beginObject();
                object.members().forEach((name, member) -> name(name).value(member));
                yield endObject();
            }
            case JsonArray array -> {
                beginArray();
                array.values().forEach(this::value);
                yield endArray();
            }
            case JsonString(String text) -> value(text);
            case JsonInteger(long number) -> value(number);
            case JsonDecimal decimal -> ascii(JsonNumbers.text(decimal.value()));
            case JsonBoolean(boolean truth) -> value(truth);
            case JsonNull.NULL -> nullValue();
        };
    }

    /** Copies a value that is JSON already. */
    public JsonWriter raw(byte[] json) {
        return raw(json, 0, json.length);
    }

    /** Copies a value that is JSON already, from one offset to another, exclusive. */
    public JsonWriter raw(byte[] json, int from, int to) {
        separate();
        buffer.write(json, from, to);
        comma = true;
        return this;
    }

    /** How many bytes are waiting in this writer. */
    public int size() {
        return buffer.size();
    }

    /** What was written, since the last {@link #writeTo}. */
    public byte[] toBytes() {
        return buffer.toBytes();
    }

    /** Passes on what was written and forgets it, so that a long answer can go out in pieces. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(buffer.array(), 0, buffer.size());
        buffer.clear();
    }

    private JsonWriter ascii(String text) {
        separate();
        buffer.writeAscii(text);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) {
            buffer.write(',');
        }
    }
}
