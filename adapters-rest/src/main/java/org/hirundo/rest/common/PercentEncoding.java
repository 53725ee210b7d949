package org.hirundo.rest.common;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What percent-encoded parts of a URI stand for. */
final class PercentEncoding {

    private static final char MAX_ASCII = 0x7f;

    private PercentEncoding() {}

    /**
     * Whether all that is encoded decodes to UTF-8 without a zero character, and all that is not is ASCII, of which URIs are made:
     * from what else a client sent its characters cannot be told any more.
     */
    static boolean isText(String encoded) {
        if (encoded.chars().anyMatch(character -> character > MAX_ASCII)) {
            return false;
        }
        if (encoded.indexOf('%') < 0) {
            return true;
        }
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            var character = encoded.charAt(i);
            if (character != '%') {
                bytes.write(character);
                continue;
            }
            var octet = octet(encoded, i + 1);
            if (octet <= 0) {
                return false;
            }
            bytes.write(octet);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The octet of two hexadecimal digits, or -1 when there are none. */
    private static int octet(String encoded, int at) {
        if (at + 2 > encoded.length()) {
            return -1;
        }
        var high = Character.digit(encoded.charAt(at), 16);
        var low = Character.digit(encoded.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
