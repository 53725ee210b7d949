package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A growing buffer of bytes that knows how strings are written. */
final class JsonBuffer {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** The most bytes that an escape takes: {@code \}{@code u001f}. */
    private static final int MAX_ESCAPE = 6;

    private byte[] bytes;
    private int size;

    JsonBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** What was written, without a copy: valid up to {@link #size} and until the next write. */
    byte[] array() {
        return bytes;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length + (bytes.length >> 1)));
        }
    }

    void write(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    void write(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    void writeAscii(String text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) text.charAt(i);
        }
        size += length;
    }

    void writeInteger(long number) {
        if (number == Long.MIN_VALUE) {
            writeAscii(Long.toString(number));
            return;
        }
        reserve(20);
        long rest = number;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (long bound = rest; bound >= 10; bound /= 10) {
            digits++;
        }
        for (int at = size + digits - 1; at >= size; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /**
     * Writes a string with its quotation marks, in its shortest form.
     *
     * @throws IllegalArgumentException when it holds a lone surrogate: it has no UTF-8 form
     */
    void writeString(String text) {
        var utf8 = text.getBytes(UTF_8);
        if (hasLoneSurrogate(text, utf8)) {
            throw new IllegalArgumentException("A string with a lone surrogate has no JSON form");
        }
        reserve(utf8.length + 2);
        bytes[size++] = '"';
        int run = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (isEscaped(utf8[i])) {
                write(utf8, run, i);
                writeEscape(utf8[i]);
                run = i + 1;
            }
        }
        write(utf8, run, utf8.length);
        write('"');
    }

    /** The encoder puts a question mark in the place of a lone surrogate. */
    private static boolean hasLoneSurrogate(String text, byte[] utf8) {
        if (utf8.length != text.length()) {
            return JsonStrings.loneSurrogate(text) >= 0;
        }
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '?' && text.charAt(i) != '?') {
                return true;
            }
        }
        return false;
    }

    private static boolean isEscaped(byte next) {
        return (next < ' ' && next >= 0) || next == '"' || next == '\\';
    }

    private void writeEscape(byte ascii) {
        reserve(MAX_ESCAPE);
        bytes[size++] = '\\';
        switch (ascii) {
            case '"', '\\' -> bytes[size++] = ascii;
            case '\b' -> bytes[size++] = 'b';
            case '\t' -> bytes[size++] = 't';
            case '\n' -> bytes[size++] = 'n';
            case '\f' -> bytes[size++] = 'f';
            case '\r' -> bytes[size++] = 'r';
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[ascii >> 4];
                bytes[size++] = HEX[ascii & 0xf];
            }
        }
    }
}
