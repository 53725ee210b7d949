package org.hirundo.domain.json;

import java.util.Arrays;

/** A growing buffer of bytes that knows how strings are written. */
final class JsonBuffer {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** The most bytes that one UTF-16 code unit takes: {@code \}{@code u001f}. */
    private static final int MAX_UNIT = 6;

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
        int length = text.length();
        reserve(length + 2);
        bytes[size++] = '"';
        int i = 0;
        while (i < length && isPlain(text.charAt(i))) {
            bytes[size + i] = (byte) text.charAt(i);
            i++;
        }
        size += i;
        if (i < length) {
            writeRest(text, i);
        }
        write('"');
    }

    private static boolean isPlain(char unit) {
        return unit >= ' ' && unit < 0x80 && unit != '"' && unit != '\\';
    }

    private void writeRest(String text, int from) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            char unit = text.charAt(i);
            reserve(MAX_UNIT);
            if (unit < 0x80) {
                writeAsciiUnit(unit);
            } else if (unit < 0x800) {
                bytes[size++] = (byte) (0xc0 | (unit >> 6));
                bytes[size++] = continuation(unit);
            } else if (!Character.isSurrogate(unit)) {
                bytes[size++] = (byte) (0xe0 | (unit >> 12));
                bytes[size++] = continuation(unit >> 6);
                bytes[size++] = continuation(unit);
            } else {
                writeSupplementary(text, i);
                i++;
            }
        }
    }

    private void writeAsciiUnit(char unit) {
        if (isPlain(unit)) {
            bytes[size++] = (byte) unit;
            return;
        }
        bytes[size++] = '\\';
        switch (unit) {
            case '"', '\\' -> bytes[size++] = (byte) unit;
            case '\b' -> bytes[size++] = 'b';
            case '\t' -> bytes[size++] = 't';
            case '\n' -> bytes[size++] = 'n';
            case '\f' -> bytes[size++] = 'f';
            case '\r' -> bytes[size++] = 'r';
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[unit >> 4];
                bytes[size++] = HEX[unit & 0xf];
            }
        }
    }

    private void writeSupplementary(String text, int index) {
        int codePoint = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            throw new IllegalArgumentException("A string with a lone surrogate has no JSON form");
        }
        bytes[size++] = (byte) (0xf0 | (codePoint >> 18));
        bytes[size++] = continuation(codePoint >> 12);
        bytes[size++] = continuation(codePoint >> 6);
        bytes[size++] = continuation(codePoint);
    }

    /** A byte that carries the lowest six bits of a character on. */
    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }
}
