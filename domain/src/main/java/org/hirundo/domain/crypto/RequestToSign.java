package org.hirundo.domain.crypto;

import java.util.Optional;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/**
 * A request from one server to another, as it is signed.
 *
 * @param method the HTTP method, in capitals
 * @param uri the path from {@code /_matrix/} on and the query, as they are sent: still percent-encoded
 * @param origin who sends it
 * @param destination whom it is meant for, by name and not by address
 * @param content the body; empty when the request has none, which is not the same as an empty object
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#request-authentication">Request authentication</a>
 */
public record RequestToSign(
        String method, String uri, ServerName origin, ServerName destination, Optional<JsonValue> content) {

    /** The object that is signed. */
    public JsonObject json() {
        var json = JsonObject.builder()
                .put("method", method)
                .put("uri", uri)
                .put("origin", origin.value())
                .put("destination", destination.value());
        content.ifPresent(body -> json.put("content", body));
        return json.build();
    }

    /** What the origin says of this request in its {@code Authorization} header. */
    public XMatrix sign(SigningKey key, Ed25519 ed25519) {
        var signature = key.sign(Signatures.signedBytes(json()), ed25519);
        return new XMatrix(origin, Optional.of(destination), key.id(), UnpaddedBase64.encode(signature));
    }

    /** Whether the header's signature is one of this request by the public key. */
    public boolean isSignedBy(XMatrix header, byte[] publicKey, Ed25519 ed25519) {
        return header.origin().equals(origin)
                && header.destination().orElse(destination).equals(destination)
                && UnpaddedBase64.decode(header.signature())
                        .filter(signature -> ed25519.verify(Signatures.signedBytes(json()), signature, publicKey))
                        .isPresent();
    }
}
