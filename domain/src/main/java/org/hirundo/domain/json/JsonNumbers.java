package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;

/** The written form of numbers. */
final class JsonNumbers {

    /** How many characters a number may take; what is longer is meant to do harm. */
    static final int MAX_LENGTH = 512;

    /** How many digits of an exponent count: a number with more is beyond all use, and as an integer it would be huge. */
    private static final int MAX_EXPONENT_DIGITS = 3;

    /** So many digits fit into 64 bits, whichever they are. */
    private static final int SAFE_DIGITS = 18;

    private JsonNumbers() {}

    /** Where the number that starts at the offset ends. */
    static int end(byte[] bytes, int start, int end) {
        int at = start;
        if (bytes[at] == '-') {
            at++;
        }
        int integer = at;
        at = digits(bytes, at, end);
        if (bytes[integer] == '0' && at > integer + 1) {
            throw new MalformedJson("A number begins with 0", integer);
        }
        if (at < end && bytes[at] == '.') {
            at = digits(bytes, at + 1, end);
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            int exponent = at;
            at = digits(bytes, at, end);
            while (exponent < at && bytes[exponent] == '0') {
                exponent++;
            }
            if (at - exponent > MAX_EXPONENT_DIGITS) {
                throw new MalformedJson("The exponent of a number is too large", start);
            }
        }
        if (at - start > MAX_LENGTH) {
            throw new MalformedJson("A number is too long", start);
        }
        return at;
    }

    /** Moves past digits, of which there must be one. */
    private static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw new MalformedJson("A digit is missing", at);
        }
        return at;
    }

    /** The number between the two offsets, which are known to hold one. */
    static JsonNumber read(byte[] bytes, int start, int end) {
        boolean negative = bytes[start] == '-';
        int at = negative ? start + 1 : start;
        if (end - at <= SAFE_DIGITS) {
            long value = 0;
            while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
                value = 10 * value + (bytes[at] - '0');
                at++;
            }
            if (at == end) {
                return new JsonInteger(negative ? -value : value);
            }
        }
        var decimal = new BigDecimal(new String(bytes, start, end - start, ISO_8859_1));
        boolean fitsLong = decimal.scale() == 0 && decimal.unscaledValue().bitLength() < Long.SIZE;
        return fitsLong && isDigits(bytes, start + 1, end)
                ? new JsonInteger(decimal.longValue())
                : new JsonDecimal(decimal);
    }

    private static boolean isDigits(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * How a decimal is written. Whole or not, it is plain as long as it has a human size; beyond, it is in scientific
     * notation with at least two digits of exponent. The specification gives one example, {@code 1e10}, which becomes
     * {@code 10000000000}; the rest is the custom of the servers whose events of room versions 1 to 5 we verify.
     */
    static String text(BigDecimal decimal) {
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (decimal.scale() == 0 || decimal.signum() == 0 || (exponent >= -4 && exponent < 16)) {
            return decimal.toPlainString();
        }
        var digits = decimal.unscaledValue().abs().toString();
        var significant = digits.replaceFirst("0+$", "");
        var mantissa = significant.length() == 1 ? significant : significant.charAt(0) + "." + significant.substring(1);
        return (decimal.signum() < 0 ? "-" : "")
                + mantissa
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
