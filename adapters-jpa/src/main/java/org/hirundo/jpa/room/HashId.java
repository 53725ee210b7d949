package org.hirundo.jpa.room;

import java.util.Base64;
import org.hirundo.domain.id.EventId;
import org.jspecify.annotations.Nullable;

/** Event ids that are hashes: in URL-safe Base64 from room version 4 on, in standard Base64 in version 3. */
enum HashId {
    URL_SAFE(Base64.getUrlEncoder().withoutPadding(), Base64.getUrlDecoder()),
    STANDARD(Base64.getEncoder().withoutPadding(), Base64.getDecoder());

    /** The length of a hash. */
    static final int BYTES = 32;

    private static final int CHARACTERS = 44;

    private final Base64.Encoder encoder;
    private final Base64.Decoder decoder;

    HashId(Base64.Encoder encoder, Base64.Decoder decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /** The id that is made of the hash. */
    EventId event(byte[] hash) {
        return new EventId("$" + encoder.encodeToString(hash));
    }

    /** The hash that the id is made of; null when {@link #event} would not give the same id. */
    byte @Nullable [] hash(EventId event) {
        var text = event.value();
        if (text.length() != CHARACTERS) {
            return null;
        }
        try {
            var hash = decoder.decode(text.substring(1));
            return event(hash).equals(event) ? hash : null;
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }
}
