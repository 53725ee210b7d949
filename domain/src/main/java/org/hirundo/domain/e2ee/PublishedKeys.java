package org.hirundo.domain.e2ee;

import java.util.Optional;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.Signatures;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/** What all published keys have in common: an object with {@code keys}, signed by others. */
final class PublishedKeys {

    static final String ED25519 = "ed25519";

    private static final int KEY_BYTES = 32;
    private static final String SIGNATURES = "signatures";
    private static final String UNSIGNED = "unsigned";

    private PublishedKeys() {}

    /** What is signed of a key: all but the signatures and what servers add. */
    static JsonObject signedPart(JsonObject key) {
        return key.without(SIGNATURES, UNSIGNED);
    }

    /** The key without what servers add, which is not the uploader's to say. */
    static JsonObject withoutUnsigned(JsonObject key) {
        return key.without(UNSIGNED);
    }

    /** The signatures a user made of the key, by the id of the signing key. */
    static JsonObject signaturesOf(JsonObject key, UserId signer) {
        return key.object(SIGNATURES)
                .flatMap(signatures -> signatures.object(signer.toString()))
                .orElse(JsonObject.EMPTY);
    }

    /** The key with a signature more. */
    static JsonObject withSignature(JsonObject key, UserId signer, String keyId, JsonValue signature) {
        var signatures = key.object(SIGNATURES).orElse(JsonObject.EMPTY);
        var ofSigner = signaturesOf(key, signer).with(keyId, signature);
        return key.with(SIGNATURES, signatures.with(signer.toString(), ofSigner));
    }

    /** The key with the signatures of the other one as well; where both have one of the same key, its own stays. */
    static JsonObject withSignaturesOf(JsonObject key, JsonObject other) {
        var merged = key;
        for (var signer :
                other.object(SIGNATURES).orElse(JsonObject.EMPTY).members().entrySet()) {
            if (signer.getValue() instanceof JsonObject theirs) {
                var signatures = merged.object(SIGNATURES).orElse(JsonObject.EMPTY);
                var ours = signatures.object(signer.getKey()).orElse(JsonObject.EMPTY);
                var both = theirs.toBuilder().putAll(ours).build();
                merged = merged.with(SIGNATURES, signatures.with(signer.getKey(), both));
            }
        }
        return merged;
    }

    /** The public key of an Ed25519 key in unpadded Base64; empty when it is not 32 bytes. */
    static Optional<byte[]> publicKey(String base64) {
        return UnpaddedBase64.decode(base64).filter(bytes -> bytes.length == KEY_BYTES);
    }

    /** Whether the user signed the key with the Ed25519 key of this name. */
    static boolean isSigned(JsonObject key, UserId signer, String version, String publicKey, Ed25519 ed25519) {
        return publicKey(publicKey)
                .filter(bytes -> Signatures.verify(key, signer.toString(), new KeyId(ED25519, version), bytes, ed25519)
                        .isValid())
                .isPresent();
    }

    static String required(JsonObject json, String name, String what) {
        return json.string(name).orElseThrow(() -> new BadJson(what + " has a " + name + ", which is a string"));
    }

    static JsonObject requiredObject(JsonObject json, String name, String what) {
        return json.object(name).orElseThrow(() -> new BadJson(what + " has " + name + ", which is an object"));
    }

    /** Refuses keys that are too large to be passed around. */
    static void checkSize(JsonValue key, int maxBytes, String what) {
        if (CanonicalJson.lenient().bytes(key).length > maxBytes) {
            throw new InvalidParam(what + " has at most " + maxBytes + " bytes");
        }
    }
}
