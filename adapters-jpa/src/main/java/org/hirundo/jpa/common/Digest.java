package org.hirundo.jpa.common;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.hirundo.domain.crypto.Hashes;

/**
 * One short column in place of a key of many: the SHA-256 of the parts, in 43 characters. A key of several ids would be
 * longer than some indexes may be, and a list of such keys cannot be asked for in a way that all databases understand.
 */
public final class Digest {

    private Digest() {}

    /** The digest of the parts in their order; other parts have another one. */
    public static String of(Object... parts) {
        var bytes = new ByteArrayOutputStream(128);
        try (var out = new DataOutputStream(bytes)) {
            for (var part : parts) {
                var text = part.toString().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.sha256(bytes.toByteArray()));
    }
}
