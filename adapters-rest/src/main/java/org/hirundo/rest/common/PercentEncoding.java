package org.hirundo.rest.common;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What percent-encoded parts of a URI stand for. */
final class PercentEncoding {

    private PercentEncoding() {}

    /** Whether all that is encoded decodes to UTF-8 without a zero character. */
    static boolean isText(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return true;
        }
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            var character = encoded.charAt(i);
            if (character != '%') {
                bytes.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
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
