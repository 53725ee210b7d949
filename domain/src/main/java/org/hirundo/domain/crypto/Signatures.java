package org.hirundo.domain.crypto;

import java.util.Set;
import java.util.stream.Collectors;
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
        return add(object, entity, key.id(), key.sign(signedBytes(object), ed25519));
    }

    /** Whether the object has the entity's signature by the key. */
    public static Verification verify(JsonObject object, String entity, KeyId key, byte[] publicKey, Ed25519 ed25519) {
        return verify(object, signedBytes(object), entity, key, publicKey, ed25519);
    }

    /** Whether the object has the entity's signature by the key, for objects that sign other bytes than their own. */
    public static Verification verify(
            JsonObject object, byte[] signedBytes, String entity, KeyId key, byte[] publicKey, Ed25519 ed25519) {
        var signature = object.object(SIGNATURES)
                .flatMap(signatures -> signatures.object(entity))
                .map(ofEntity -> ofEntity.get(key.toString()));
        if (signature.isEmpty()) {
            return Verification.MISSING;
        }
        return signature.get() instanceof JsonString(var text)
                        && UnpaddedBase64.decode(text)
                                .filter(bytes -> ed25519.verify(signedBytes, bytes, publicKey))
                                .isPresent()
                ? Verification.VALID
                : Verification.INVALID;
    }

    /** The keys by which the object has signatures of the entity, of algorithms that are understood. */
    public static Set<KeyId> keys(JsonObject object, String entity) {
        return object
                .object(SIGNATURES)
                .flatMap(signatures -> signatures.object(entity))
                .orElse(JsonObject.EMPTY)
                .names()
                .stream()
                .flatMap(name -> KeyId.find(name).stream())
                .filter(key -> key.algorithm().equals(KeyId.ED25519))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The object with a signature of the entity that was made elsewhere; other signatures stay. */
    public static JsonObject add(JsonObject object, String entity, KeyId key, byte[] signature) {
        var signatures = object.object(SIGNATURES).orElse(JsonObject.EMPTY);
        var ofEntity = signatures
                .object(entity)
                .orElse(JsonObject.EMPTY)
                .with(key.toString(), UnpaddedBase64.encode(signature));
        return object.with(SIGNATURES, signatures.with(entity, ofEntity));
    }

    /** The bytes that are signed. */
    public static byte[] signedBytes(JsonObject object) {
        return CanonicalJson.lenient().bytes(object.without(SIGNATURES, "unsigned"));
    }
}
