package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;

/**
 * Reads JSON, strictly: what it takes, every conforming reader takes, and understands in the same way. That is RFC 8259
 * with its loose ends tied.
 *
 * <ul>
 *   <li>The bytes are UTF-8 without a byte order mark; strings hold no lone surrogates, written as escapes or otherwise.
 *   <li>No object has two members of the same name.
 *   <li>Nothing but white space follows the value.
 *   <li>Values nest at most {@value #MAX_DEPTH} deep.
 *   <li>A number takes at most {@value JsonNumbers#MAX_LENGTH} characters, its exponent at most three digits.
 * </ul>
 *
 * <p>An integer that fits into 64 bits is a {@link JsonInteger}, and {@code -0} is the integer 0, as its canonical form is
 * {@code 0}. Every other number is a {@link JsonDecimal}: one with a fraction or an exponent too, even if it is whole.
 */
public final class JsonParser {

    /** How deep arrays and objects may nest. */
    public static final int MAX_DEPTH = 128;

    private final byte[] bytes;
    private final int end;
    private final JsonStrings strings;
    private int at;
    private int depth;

    private JsonParser(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
        this.strings = new JsonStrings(bytes, to);
    }

    /**
     * The value that the document holds.
     *
     * @throws MalformedJson if it is not one; nothing else is ever thrown, whatever the bytes
     */
    public static JsonValue parse(byte[] utf8) {
        return parse(utf8, 0, utf8.length);
    }

    /**
     * The value that the bytes from one offset to another, exclusive, hold.
     *
     * @throws MalformedJson if they hold none
     */
    public static JsonValue parse(byte[] utf8, int from, int to) {
        return new JsonParser(utf8, from, to).document();
    }

    /**
     * The value that the text holds.
     *
     * @throws MalformedJson if it holds none
     */
    public static JsonValue parse(String text) {
        int surrogate = JsonStrings.loneSurrogate(text);
        if (surrogate >= 0) {
            throw new MalformedJson(
                    "Lone surrogate", text.substring(0, surrogate).getBytes(UTF_8).length);
        }
        return parse(text.getBytes(UTF_8));
    }

    /**
     * The object that the document holds.
     *
     * @throws MalformedJson if it holds something else
     */
    public static JsonObject parseObject(byte[] utf8) {
        return parseObject(utf8, 0, utf8.length);
    }

    /**
     * The object that the bytes from one offset to another, exclusive, hold.
     *
     * @throws MalformedJson if they hold something else
     */
    public static JsonObject parseObject(byte[] utf8, int from, int to) {
        if (parse(utf8, from, to) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJson("No object", from);
    }

    private JsonValue document() {
        var value = value();
        if (peek() >= 0) {
            throw malformed("More than one value");
        }
        return value;
    }

    private JsonValue value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(string());
            case 't' -> literal("true", JsonBoolean.TRUE);
            case 'f' -> literal("false", JsonBoolean.FALSE);
            case 'n' -> literal("null", JsonNull.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            case -1 -> throw malformed("A value is missing");
            default -> throw malformed("No value begins like this");
        };
    }

    private JsonObject object() {
        enter();
        if (peek() == '}') {
            leave();
            return JsonObject.EMPTY;
        }
        var members = new MemberTable();
        while (true) {
            if (peek() != '"') {
                throw malformed("The name of a member is missing");
            }
            int nameAt = at;
            var name = name();
            expect(':', "No colon after the name of a member");
            if (!members.put(name, value())) {
                throw new MalformedJson("Two members of the same name", nameAt);
            }
            if (endsWith('}', "Neither a comma nor the end of the object")) {
                return JsonObject.owning(members);
            }
        }
    }

    private JsonArray array() {
        enter();
        if (peek() == ']') {
            leave();
            return JsonArray.EMPTY;
        }
        var values = new ArrayList<JsonValue>();
        while (true) {
            values.add(value());
            if (endsWith(']', "Neither a comma nor the end of the array")) {
                return new JsonArray(values);
            }
        }
    }

    private void enter() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw malformed("Nested too deep");
        }
        at++;
    }

    private void leave() {
        depth--;
        at++;
    }

    /** Moves past a comma, or past the bracket and out: then the answer is true. */
    private boolean endsWith(char bracket, String otherwise) {
        int next = peek();
        if (next == bracket) {
            leave();
            return true;
        }
        if (next != ',') {
            throw malformed(otherwise);
        }
        at++;
        return false;
    }

    private void expect(char character, String otherwise) {
        if (peek() != character) {
            throw malformed(otherwise);
        }
        at++;
    }

    /** The first byte of the next token, or -1 at the end. */
    private int peek() {
        while (at < end) {
            int next = bytes[at];
            if (next != ' ' && next != '\n' && next != '\t' && next != '\r') {
                return next & 0xff;
            }
            at++;
        }
        return -1;
    }

    private String name() {
        var text = strings.readName(at);
        at = strings.end();
        return text;
    }

    private String string() {
        var text = strings.read(at);
        at = strings.end();
        return text;
    }

    private JsonNumber number() {
        int start = at;
        at = JsonNumbers.end(bytes, at, end);
        return JsonNumbers.read(bytes, start, at);
    }

    private JsonValue literal(String literal, JsonValue value) {
        for (int i = 0; i < literal.length(); i++) {
            if (at + i >= end || bytes[at + i] != literal.charAt(i)) {
                throw malformed("Neither true nor false nor null");
            }
        }
        at += literal.length();
        return value;
    }

    private MalformedJson malformed(String reason) {
        return new MalformedJson(reason, at);
    }
}
