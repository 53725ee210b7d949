package org.hirundo.jpa.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.hirundo.domain.crypto.Hashes;

/**
 * Sixty-four bits in place of a text. Two texts that share them do no harm: what is found is looked at before it is shown, and
 * there would have to be billions before two do.
 */
final class Fingerprint {

    private Fingerprint() {}

    static long of(Object text) {
        return ByteBuffer.wrap(Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
