package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads the strings of one document. Most are plain ASCII, and those are one pass and one copy. */
final class JsonStrings {

    private final byte[] bytes;
    private final int limit;
    private int at;

    JsonStrings(byte[] bytes, int limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    /** Where the string that was read last ends: after its quotation mark. */
    int end() {
        return at;
    }

    /** The string whose quotation mark is at the offset, and which is a name. */
    String readName(int quote) {
        int start = quote + 1;
        skipPlain(start);
        if (at < limit && bytes[at] == '"') {
            at++;
            return JsonNames.name(bytes, start, at - 1);
        }
        return readRest(start);
    }

    /** The string whose quotation mark is at the offset. */
    String read(int quote) {
        int start = quote + 1;
        skipPlain(start);
        if (at < limit && bytes[at] == '"') {
            at++;
            return new String(bytes, start, at - 1 - start, ISO_8859_1);
        }
        return readRest(start);
    }

    /** Moves past ASCII characters that stand for themselves. */
    private void skipPlain(int from) {
        int next = from;
        while (next < limit && isPlain(bytes[next])) {
            next++;
        }
        at = next;
    }

    private String readRest(int start) {
        while (true) {
            int next = current();
            if (next == '"') {
                at++;
                return new String(bytes, start, at - 1 - start, UTF_8);
            }
            if (next == '\\') {
                return readEscaped(start);
            }
            at += next < 0 ? multiByteLength() : 1;
        }
    }

    /** Whether the byte is an ASCII character that stands for itself. */
    private static boolean isPlain(byte next) {
        return next >= ' ' && next != '"' && next != '\\';
    }

    /** The byte at hand, which belongs into a string; negative when it begins a character beyond ASCII. */
    private int current() {
        if (at >= limit) {
            throw new MalformedJson("A string does not end", at);
        }
        int next = bytes[at];
        if (next >= 0 && next < ' ') {
            throw new MalformedJson("A control character in a string", at);
        }
        return next;
    }

    private String readEscaped(int start) {
        var text = new StringBuilder(at - start + 32);
        int run = start;
        while (true) {
            int next = current();
            if (next == '"' || next == '\\') {
                text.append(new String(bytes, run, at - run, UTF_8));
                at++;
                if (next == '"') {
                    return text.toString();
                }
                appendEscape(text);
                run = at;
            } else {
                at += next < 0 ? multiByteLength() : 1;
            }
        }
    }

    private void appendEscape(StringBuilder text) {
        int escape = at < limit ? bytes[at] : -1;
        at++;
        switch (escape) {
            case '"', '\\', '/' -> text.append((char) escape);
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> appendUnicode(text);
            default -> throw new MalformedJson("No such escape", at - 1);
        }
    }

    private void appendUnicode(StringBuilder text) {
        int escapeAt = at - 2;
        char unit = fourDigits();
        text.append(unit);
        if (!Character.isSurrogate(unit)) {
            return;
        }
        boolean pairFollows =
                Character.isHighSurrogate(unit) && at + 1 < limit && bytes[at] == '\\' && bytes[at + 1] == 'u';
        if (!pairFollows) {
            throw new MalformedJson("Lone surrogate", escapeAt);
        }
        at += 2;
        char second = fourDigits();
        if (!Character.isLowSurrogate(second)) {
            throw new MalformedJson("Lone surrogate", escapeAt);
        }
        text.append(second);
    }

    private char fourDigits() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < limit ? Character.digit(bytes[at], 16) : -1;
            if (digit < 0) {
                throw new MalformedJson("An escape takes four hexadecimal digits", at);
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    /** How many bytes the character at hand takes, which is beyond ASCII (Unicode, table 3-7). */
    private int multiByteLength() {
        int first = bytes[at] & 0xff;
        if (first >= 0xc2 && first <= 0xdf && isContinuation(1, 0x80, 0xbf)) {
            return 2;
        }
        if (first >= 0xe0 && first <= 0xef) {
            int lowest = first == 0xe0 ? 0xa0 : 0x80;
            int highest = first == 0xed ? 0x9f : 0xbf;
            if (isContinuation(1, lowest, highest) && isContinuation(2, 0x80, 0xbf)) {
                return 3;
            }
        }
        if (first >= 0xf0 && first <= 0xf4) {
            int lowest = first == 0xf0 ? 0x90 : 0x80;
            int highest = first == 0xf4 ? 0x8f : 0xbf;
            if (isContinuation(1, lowest, highest) && isContinuation(2, 0x80, 0xbf) && isContinuation(3, 0x80, 0xbf)) {
                return 4;
            }
        }
        throw new MalformedJson("Not UTF-8", at);
    }

    private boolean isContinuation(int distance, int lowest, int highest) {
        if (at + distance >= limit) {
            return false;
        }
        int next = bytes[at + distance] & 0xff;
        return next >= lowest && next <= highest;
    }

    /** The index of a surrogate that is not part of a pair, or -1. */
    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean pair = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
