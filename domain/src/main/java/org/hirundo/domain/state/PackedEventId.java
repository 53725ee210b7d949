package org.hirundo.domain.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import org.hirundo.domain.id.EventId;

/**
 * An event id as bytes: how it is written, then what is written. Room version 3 writes a hash in Base64, later ones in
 * URL-safe Base64; the ids of versions 1 and 2, and all that is not exactly so, are kept as they are.
 */
final class PackedEventId {

    private static final byte PLAIN = 0;
    private static final byte BASE64 = 1;
    private static final byte URL_SAFE_BASE64 = 2;

    private static final int HASH_BYTES = 32;
    /** "$" and 32 bytes in Base64 without padding. */
    private static final int HASH_ID_LENGTH = 44;

    private PackedEventId() {}

    static byte[] pack(EventId id) {
        var text = id.value();
        if (text.length() == HASH_ID_LENGTH && text.charAt(0) == '$') {
            if (isHash(text, "-_")) {
                return prefixed(URL_SAFE_BASE64, Base64.getUrlDecoder().decode(text.substring(1)));
            }
            if (isHash(text, "+/")) {
                return prefixed(BASE64, Base64.getDecoder().decode(text.substring(1)));
            }
        }
        return prefixed(PLAIN, text.getBytes(UTF_8));
    }

    static EventId unpack(byte[] packed) {
        return unpack(packed, 0, packed.length);
    }

    static EventId unpack(byte[] bytes, int from, int to) {
        return new EventId(
                switch (bytes[from]) {
                    case PLAIN -> new String(bytes, from + 1, to - from - 1, UTF_8);
                    case BASE64 -> "$" + Base64.getEncoder().withoutPadding().encodeToString(hash(bytes, from));
                    case URL_SAFE_BASE64 ->
                        "$" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash(bytes, from));
                    default -> throw new IllegalStateException("Not a packed event id: " + bytes[from]);
                });
    }

    private static byte[] hash(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from + 1, from + 1 + HASH_BYTES);
    }

    private static byte[] prefixed(byte form, byte[] bytes) {
        var packed = new byte[1 + bytes.length];
        packed[0] = form;
        System.arraycopy(bytes, 0, packed, 1, bytes.length);
        return packed;
    }

    /** Whether the id is the one way to write some hash in Base64 with these two characters beside letters and digits. */
    private static boolean isHash(String id, String lastTwo) {
        for (int i = 1; i < id.length(); i++) {
            if (sextet(id.charAt(i), lastTwo) < 0) {
                return false;
            }
        }
        // The last character bears four bits of the hash; the other two say nothing, and are zero in the one way.
        return (sextet(id.charAt(id.length() - 1), lastTwo) & 0b11) == 0;
    }

    private static int sextet(char character, String lastTwo) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        int last = lastTwo.indexOf(character);
        return last < 0 ? -1 : last + 62;
    }
}
