package org.hirundo.contract.story;

import java.util.Arrays;
import java.util.List;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.Signatures;
import org.hirundo.domain.crypto.SigningKey;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;

/** The private key of a device or a user, and what its owner publishes with it. */
final class Keys {

    private static final Ed25519 ED25519 = new JdkEd25519();

    private final byte[] seed;

    private Keys(byte[] seed) {
        this.seed = seed;
    }

    /** The key of this number; the same number is the same key. */
    static Keys of(int number) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) number);
        return new Keys(seed);
    }

    /** The public key in unpadded Base64. */
    String publicKey() {
        return UnpaddedBase64.encode(ED25519.publicKey(seed));
    }

    /** The identity keys of a device whose key this is, signed by it. */
    JsonObject device(UserId user, DeviceId device) {
        var keys = JsonObject.of("curve25519:" + device, "3C5BFWi2Y8MaVvjM8M22DBmh24PmgR0nPvJOIArzgyI")
                .with("ed25519:" + device, publicKey());
        var unsigned = JsonObject.of("user_id", user.toString())
                .with("device_id", device.value())
                .with("algorithms", JsonArray.ofStrings(List.of("m.olm.v1.curve25519-aes-sha2")))
                .with("keys", keys);
        return signed(unsigned, user, device.value());
    }

    /** A master key whose key this is. */
    JsonObject master(UserId user) {
        return crossSigning(user, "master");
    }

    /** A cross-signing key whose key this is, not signed. */
    JsonObject crossSigning(UserId user, String usage) {
        return JsonObject.of("user_id", user.toString())
                .with("usage", JsonArray.ofStrings(List.of(usage)))
                .with("keys", JsonObject.of("ed25519:" + publicKey(), publicKey()));
    }

    /** The object with a signature of this key as a cross-signing key of the user. */
    JsonObject signed(JsonObject object, UserId user) {
        return signed(object, user, publicKey());
    }

    /** The object with a signature of this key, which the user has under a name. */
    JsonObject signed(JsonObject object, UserId user, String name) {
        return signedBy(object, user.toString(), name);
    }

    /** The object with a signature of this key, which somebody has under a name. */
    JsonObject signedBy(JsonObject object, String signer, String name) {
        return Signatures.sign(object, signer, SigningKey.of(new KeyId("ed25519", name), seed), ED25519);
    }

    /** A one-time key of the device whose key this is. */
    JsonObject oneTimeKey(UserId user, DeviceId device, String key) {
        return signed(JsonObject.of("key", key), user, device.value());
    }

    /** A fallback key of the device whose key this is. */
    JsonObject fallbackKey(UserId user, DeviceId device, String key) {
        return signed(JsonObject.of("key", key).with("fallback", JsonBoolean.TRUE), user, device.value());
    }
}
