package org.hirundo.domain.e2ee;

import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * A one-time or fallback key.
 *
 * @param key as it was uploaded: a string, or an object with the key and its signatures
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#one-time-and-fallback-keys">One-time keys</a>
 */
public record OneTimeKey(KeyId id, JsonValue key) {

    /** The algorithm whose keys are signed by the device. */
    public static final String SIGNED_CURVE25519 = "signed_curve25519";

    /** The most bytes of a key in canonical JSON. */
    public static final int MAX_BYTES = 16_384;

    /**
     * Reads a key. Whether its signatures are right is for those to see who claim it; that it is signed by the device at all
     * is seen to here.
     *
     * @throws BadJson when it is no key, or is of an algorithm of signed keys but has no signature of the device
     */
    public static OneTimeKey parse(String id, JsonValue key, UserId user, DeviceId device) {
        var keyId = keyId(id);
        PublishedKeys.checkSize(key, MAX_BYTES, "A one-time key");
        switch (key) {
            case JsonObject signed -> checkSigned(signed, user, device);
            case JsonString ignored when !keyId.algorithm().equals(SIGNED_CURVE25519) -> {}
            default -> throw new BadJson("The key " + id + " is not of the form its algorithm has");
        }
        return new OneTimeKey(keyId, key);
    }

    private static KeyId keyId(String text) {
        try {
            return KeyId.parse(text);
        } catch (MalformedIdentifier e) {
            throw new BadJson("Keys are named algorithm:id, not " + text);
        }
    }

    private static void checkSigned(JsonObject key, UserId user, DeviceId device) {
        PublishedKeys.required(key, "key", "A one-time key");
        if (PublishedKeys.signaturesOf(key, user)
                .string(PublishedKeys.ED25519 + ":" + device.value())
                .isEmpty()) {
            throw new BadJson("A one-time key is signed by its device");
        }
    }
}
