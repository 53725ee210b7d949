package org.hirundo.domain.event;

import java.util.Arrays;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;

/**
 * The hash over all of an event, which tells whether what a redaction would remove is still what was sent.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#calculating-the-content-hash-for-an-event">Content hash</a>
 */
public final class ContentHash {

    private ContentHash() {}

    /** The hash as it is to stand in the event's {@code hashes}. */
    static String of(JsonObject event) {
        return UnpaddedBase64.encode(bytes(event));
    }

    /** Whether the event is what its {@code hashes} say. If not, it came redacted, and its redacted form is to be used. */
    public static boolean matches(Event event) {
        return event.json()
                .object("hashes")
                .flatMap(hashes -> hashes.string("sha256"))
                .flatMap(UnpaddedBase64::decode)
                .filter(hash -> Arrays.equals(hash, bytes(event.json())))
                .isPresent();
    }

    private static byte[] bytes(JsonObject event) {
        return Hashes.sha256(CanonicalJson.lenient().bytes(event.without("unsigned", "signatures", "hashes")));
    }
}
