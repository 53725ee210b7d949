package org.hirundo.domain.event;

import java.util.Set;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.Signatures;
import org.hirundo.domain.crypto.Verification;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.ServerName;

/**
 * The signatures of an event. They are of what redaction leaves, so they hold for the whole event and for the redacted one.
 * What is signed is worked out once for all of them.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#validating-hashes-and-signatures-on-received-events">
 *     Validating hashes and signatures on received events</a>
 */
public final class EventSignatures {

    private final Event event;
    private final byte[] signedBytes;

    private EventSignatures(Event event) {
        this.event = event;
        this.signedBytes =
                Signatures.signedBytes(event.roomVersion().redaction().apply(event.json()));
    }

    /** The signatures of the event. */
    public static EventSignatures of(Event event) {
        return new EventSignatures(event);
    }

    /** The servers that must have signed the event, or it is to be dropped. */
    public Set<ServerName> required() {
        return event.roomVersion().signers().of(event);
    }

    /** The keys by which the event has signatures of the server. */
    public Set<KeyId> keys(ServerName server) {
        return Signatures.keys(event.json(), server.toString());
    }

    /** Whether the event has the server's signature by the key. */
    public Verification verify(ServerName server, KeyId key, byte[] publicKey, Ed25519 ed25519) {
        return Signatures.verify(event.json(), signedBytes, server.toString(), key, publicKey, ed25519);
    }
}
