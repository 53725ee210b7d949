package org.hirundo.domain.crypto;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64 without padding, as Matrix writes bytes.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#unpadded-base64">Unpadded Base64</a>
 */
public final class UnpaddedBase64 {

    private static final Base64.Encoder STANDARD = Base64.getEncoder().withoutPadding();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    private UnpaddedBase64() {}

    /** The standard alphabet, without padding. */
    public static String encode(byte[] bytes) {
        return STANDARD.encodeToString(bytes);
    }

    /** The alphabet with {@code -} and {@code _}, without padding. */
    public static String encodeUrlSafe(byte[] bytes) {
        return URL_SAFE.encodeToString(bytes);
    }

    /** The bytes, with padding, right or wrong, or without; empty when the text is not in the standard alphabet. */
    public static Optional<byte[]> decode(String text) {
        return decode(text, Base64.getDecoder());
    }

    /** The bytes, with padding, right or wrong, or without; empty when the text is not in the URL-safe alphabet. */
    public static Optional<byte[]> decodeUrlSafe(String text) {
        return decode(text, Base64.getUrlDecoder());
    }

    private static Optional<byte[]> decode(String text, Base64.Decoder decoder) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        try {
            return Optional.of(decoder.decode(text.substring(0, end)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
