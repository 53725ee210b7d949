package org.hirundo.domain.auth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * The signatures of a third-party invite.
 *
 * <p>They are the only ones that an authorisation rule verifies, since it is the state that says with which keys. The JDK's
 * own Ed25519 does that: the rules then need nothing but event and state, wherever they are asked, and these invites are
 * too rare for its speed to matter.
 */
final class ThirdPartySignatures {

    /**
     * How many pairs of signature and key are tried. An identity server gives one signature and two keys; what an event
     * has room for would keep a processor busy for minutes.
     */
    private static final int MAX_TRIES = 256;

    private static final int PUBLIC_KEY_BYTES = 32;

    /** What comes before the 32 bytes of an Ed25519 public key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final byte[] message;
    private final List<byte[]> signatures;

    private ThirdPartySignatures(byte[] message, List<byte[]> signatures) {
        this.message = message;
        this.signatures = signatures;
    }

    /** The signatures of the {@code signed} object, whoever they are of. */
    static ThirdPartySignatures of(JsonObject signed) {
        var signatures = signed.object("signatures").stream()
                .flatMap(byEntity -> byEntity.members().values().stream())
                .flatMap(ThirdPartySignatures::ed25519Signatures)
                .toList();
        return new ThirdPartySignatures(
                CanonicalJson.lenient().bytes(signed.without("signatures", "unsigned")), signatures);
    }

    /** The keys in the content of an {@code m.room.third_party_invite}: one, and a list of more. */
    static List<byte[]> publicKeys(JsonObject content) {
        var more = content.array("public_keys").stream()
                .flatMap(JsonArray::objectsIn)
                .flatMap(entry -> entry.string("public_key").stream());
        return Stream.concat(content.string("public_key").stream(), more)
                .flatMap(ThirdPartySignatures::decoded)
                .filter(key -> key.length == PUBLIC_KEY_BYTES)
                .toList();
    }

    /** Whether any of the keys has made any of the signatures. */
    boolean verifiedByAny(List<byte[]> publicKeys) {
        return (long) publicKeys.size() * signatures.size() <= MAX_TRIES
                && publicKeys.stream().flatMap(key -> publicKey(key).stream()).anyMatch(key -> signatures.stream()
                        .anyMatch(signature -> isValid(signature, key)));
    }

    private static Stream<byte[]> ed25519Signatures(JsonValue byKey) {
        return byKey instanceof JsonObject keys
                ? keys.members().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("ed25519:"))
                        .flatMap(entry ->
                                entry.getValue() instanceof JsonString(String text) ? decoded(text) : Stream.empty())
                : Stream.empty();
    }

    private static Stream<byte[]> decoded(String base64) {
        return UnpaddedBase64.decode(base64).or(() -> UnpaddedBase64.decodeUrlSafe(base64)).stream();
    }

    /** The key, unless the bytes are no point of the curve. */
    private static Optional<PublicKey> publicKey(byte[] bytes) {
        var encoded = new byte[X509_PREFIX.length + PUBLIC_KEY_BYTES];
        System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
        System.arraycopy(bytes, 0, encoded, X509_PREFIX.length, PUBLIC_KEY_BYTES);
        try {
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    private boolean isValid(byte[] signature, PublicKey key) {
        try {
            var verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }
}
