package org.hirundo.domain.json;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the members of an object are in its bytes. Finding them is one pass that builds no values, for those who need few of
 * them, or need them as they are written.
 *
 * <p>The bytes must be an object that {@link JsonParser} took, or that this package wrote. With other bytes the answers mean
 * nothing, or are a {@link MalformedJson}.
 */
public final class JsonMembers {

    /** For each member where its name begins and ends, quotation marks included, and where its value does. */
    private static final int OFFSETS = 4;

    private final byte[] bytes;
    private int[] offsets = new int[OFFSETS * 16];
    private int count;
    private int at;

    private JsonMembers(byte[] bytes) {
        this.bytes = bytes;
        find();
    }

    /** The members of the object. The bytes are not copied. */
    public static JsonMembers of(byte[] object) {
        return new JsonMembers(object);
    }

    /** The string of this name, if there is a member and it is one. */
    public Optional<String> string(String name) {
        int member = indexOf(name);
        return member >= 0 && bytes[from(member)] == '"'
                ? Optional.of(new JsonStrings(bytes, to(member)).read(from(member)))
                : Optional.empty();
    }

    /** The integer of this name, if there is a member and it is one. */
    public OptionalLong integer(String name) {
        int member = indexOf(name);
        boolean number = member >= 0 && (bytes[from(member)] == '-' || Character.isDigit(bytes[from(member)]));
        return number && JsonNumbers.read(bytes, from(member), to(member)) instanceof JsonInteger(long value)
                ? OptionalLong.of(value)
                : OptionalLong.empty();
    }

    /** The object of this name, if there is a member and it is one. */
    public Optional<JsonObject> object(String name) {
        int member = indexOf(name);
        return member >= 0 && bytes[from(member)] == '{'
                ? Optional.of(JsonParser.parseObject(bytes, from(member), to(member)))
                : Optional.empty();
    }

    /** Where the value of this name begins, or -1 when there is no such member. */
    public int from(String name) {
        int member = indexOf(name);
        return member < 0 ? -1 : from(member);
    }

    /** Where the value of this name ends, exclusive, or -1 when there is no such member. */
    public int to(String name) {
        int member = indexOf(name);
        return member < 0 ? -1 : to(member);
    }

    private int from(int member) {
        return offsets[OFFSETS * member + 2];
    }

    private int to(int member) {
        return offsets[OFFSETS * member + 3];
    }

    private int indexOf(String name) {
        for (int member = 0; member < count; member++) {
            if (isNamed(member, name)) {
                return member;
            }
        }
        return -1;
    }

    private boolean isNamed(int member, String name) {
        int from = offsets[OFFSETS * member] + 1;
        int length = offsets[OFFSETS * member + 1] - 1 - from;
        for (int i = 0; i < length; i++) {
            byte next = bytes[from + i];
            if (next < 0 || next == '\\') {
                return new JsonStrings(bytes, bytes.length).read(from - 1).equals(name);
            }
            if (i >= name.length() || next != name.charAt(i)) {
                return false;
            }
        }
        return length == name.length();
    }

    private void find() {
        skipWhiteSpace();
        expect('{');
        skipWhiteSpace();
        if (current() == '}') {
            return;
        }
        do {
            skipWhiteSpace();
            int nameFrom = at;
            skipString();
            int nameTo = at;
            skipWhiteSpace();
            expect(':');
            skipWhiteSpace();
            int valueFrom = at;
            skipValue();
            add(nameFrom, nameTo, valueFrom, at);
            skipWhiteSpace();
        } while (isComma());
    }

    private void add(int nameFrom, int nameTo, int valueFrom, int valueTo) {
        if (OFFSETS * count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        int next = OFFSETS * count;
        offsets[next] = nameFrom;
        offsets[next + 1] = nameTo;
        offsets[next + 2] = valueFrom;
        offsets[next + 3] = valueTo;
        count++;
    }

    private boolean isComma() {
        byte next = current();
        at++;
        return next == ',';
    }

    private void skipValue() {
        int depth = 0;
        do {
            switch (current()) {
                case '"' -> skipString();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                case ',', ':', ' ', '\n', '\r', '\t' -> at++;
                default -> skipLiteral();
            }
        } while (depth > 0);
    }

    /** A number, or one of the three names. */
    private void skipLiteral() {
        do {
            at++;
        } while (at < bytes.length && (Character.isLetterOrDigit(bytes[at]) || isSign(bytes[at])));
    }

    private static boolean isSign(byte next) {
        return next == '.' || next == '-' || next == '+';
    }

    private void skipString() {
        expect('"');
        int next = at;
        while (next < bytes.length && bytes[next] != '"') {
            next += bytes[next] == '\\' ? 2 : 1;
        }
        at = next;
        expect('"');
    }

    private void skipWhiteSpace() {
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private void expect(char character) {
        if (current() != character) {
            throw new MalformedJson("No object", at);
        }
        at++;
    }

    private byte current() {
        if (at >= bytes.length) {
            throw new MalformedJson("No object", at);
        }
        return bytes[at];
    }
}
