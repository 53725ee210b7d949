package org.hirundo.domain.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Header parameter values with a charset, {@code UTF-8''na%C3%AFve}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8187">RFC 8187, which replaced RFC 5987</a>
 */
final class ExtendedValue {

    private ExtendedValue() {}

    /** The text of the value; empty when it is malformed or of a charset that nobody needs any more. */
    static Optional<String> decode(String value) {
        var parts = value.split("'", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        return charset(parts[0]).flatMap(charset -> bytes(parts[2]).flatMap(bytes -> decode(bytes, charset)));
    }

    private static Optional<Charset> charset(String name) {
        if (name.equalsIgnoreCase("utf-8")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return name.equalsIgnoreCase("iso-8859-1") ? Optional.of(StandardCharsets.ISO_8859_1) : Optional.empty();
    }

    private static Optional<ByteBuffer> bytes(String encoded) {
        var bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            var c = encoded.charAt(i);
            if (c == '%') {
                if (i + 2 >= encoded.length()) {
                    return Optional.empty();
                }
                var high = Character.digit(encoded.charAt(i + 1), 16);
                var low = Character.digit(encoded.charAt(i + 2), 16);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else if (c > ' ' && c <= '~') {
                bytes.put((byte) c);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.flip());
    }

    private static Optional<String> decode(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
