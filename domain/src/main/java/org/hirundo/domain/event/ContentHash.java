package org.hirundo.domain.event;

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
        var hashed = event.without("unsigned", "signatures", "hashes");
        return UnpaddedBase64.encode(Hashes.sha256(CanonicalJson.lenient().bytes(hashed)));
    }

    /** Whether the event is what its {@code hashes} say. */
    public static boolean matches(Event event) {
        return event.json()
                .object("hashes")
                .flatMap(hashes -> hashes.string("sha256"))
                .filter(hash -> withoutPadding(hash).equals(of(event.json())))
                .isPresent();
    }

    private static String withoutPadding(String base64) {
        int end = base64.length();
        while (end > 0 && base64.charAt(end - 1) == '=') {
            end--;
        }
        return base64.substring(0, end);
    }
}
