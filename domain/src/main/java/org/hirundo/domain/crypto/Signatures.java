package org.hirundo.domain.crypto;

import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;

/**
 * Signatures over canonical JSON: of everything but {@code signatures} and {@code unsigned}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#signing-details">Signing details</a>
 */
public final class Signatures {

    private static final String SIGNATURES = "signatures";

    private Signatures() {}

    /** The object with the entity's signature by the key; other signatures stay. */
    public static JsonObject sign(JsonObject object, String entity, SigningKey key, Ed25519 ed25519) {
        var signature = UnpaddedBase64.encode(key.sign(signedBytes(object), ed25519));
        var signatures = object.object(SIGNATURES).orElse(JsonObject.EMPTY);
        var ofEntity = signatures.object(entity).orElse(JsonObject.EMPTY).with(key.id().toString(), signature);
        return object.with(SIGNATURES, signatures.with(entity, ofEntity));
    }

    /** Whether the object has the entity's signature by the key. */
    public static Verification verify(
            JsonObject object, String entity, KeyId key, byte[] publicKey, Ed25519 ed25519) {
        var signature = object.object(SIGNATURES)
                .flatMap(signatures -> signatures.object(entity))
                .map(ofEntity -> ofEntity.get(key.toString()));
        if (signature.isEmpty()) {
            return Verification.MISSING;
        }
        return signature.get() instanceof JsonString(var text)
                        && UnpaddedBase64.decode(text)
                                .filter(bytes -> ed25519.verify(signedBytes(object), bytes, publicKey))
                                .isPresent()
                ? Verification.VALID
                : Verification.INVALID;
    }

    /** The bytes that are signed. */
    public static byte[] signedBytes(JsonObject object) {
        return CanonicalJson.lenient().bytes(object.without(SIGNATURES, "unsigned"));
    }
}
