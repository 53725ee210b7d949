package org.hirundo.domain.event;

import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.Signatures;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.json.JsonObject;

/** How the events of a room version get their ids. */
public enum EventIds {
    /** The server that sends the event chooses it (versions 1 and 2). */
    CHOSEN,
    /** It is the reference hash in standard Base64 (version 3). */
    HASH,
    /** It is the reference hash in URL-safe Base64 (from version 4 on). */
    URL_SAFE_HASH;

    /** The id of a well-formed event. */
    EventId of(JsonObject event, Redaction redaction) {
        return switch (this) {
            case CHOSEN -> EventId.parse(event.string("event_id").orElseThrow());
            case HASH -> new EventId("$" + UnpaddedBase64.encode(referenceHash(event, redaction)));
            case URL_SAFE_HASH -> new EventId("$" + UnpaddedBase64.encodeUrlSafe(referenceHash(event, redaction)));
        };
    }

    /**
     * The reference hash of an event: of the bytes that are signed, so redaction does not change it.
     *
     * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#calculating-the-reference-hash-for-an-event">Reference
     *     hash</a>
     */
    static byte[] referenceHash(JsonObject event, Redaction redaction) {
        return Hashes.sha256(Signatures.signedBytes(redaction.apply(event)));
    }
}
