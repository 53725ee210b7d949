package org.hirundo.domain.e2ee;

import java.util.Optional;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;

/**
 * The identity keys of a device, signed by the device itself. It is the clients that verify the signature: the specification
 * asks for no check by the server, whose word nobody takes for it, and clients exist that upload keys signed otherwise.
 *
 * @param json the object as it was uploaded, with the signatures that were added later
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#device-keys">Device keys</a>
 */
public record DeviceKeys(UserId user, DeviceId device, JsonObject json) {

    /** The most bytes of the object in canonical JSON. */
    public static final int MAX_BYTES = 65_536;

    private static final String WHAT = "device_keys";

    /**
     * Reads what a device uploads.
     *
     * @throws BadJson when a member is missing or of the wrong type
     * @throws InvalidParam when the keys are said to be of another user or device, or are too large
     */
    public static DeviceKeys parse(JsonObject uploaded, UserId user, DeviceId device) {
        var json = PublishedKeys.withoutUnsigned(uploaded);
        checkShape(json);
        if (!PublishedKeys.required(json, "user_id", WHAT).equals(user.toString())
                || !PublishedKeys.required(json, "device_id", WHAT).equals(device.value())) {
            throw new InvalidParam("The device keys are not of the user and device that upload them");
        }
        PublishedKeys.checkSize(json, MAX_BYTES, WHAT);
        return new DeviceKeys(user, device, json);
    }

    private static void checkShape(JsonObject json) {
        if (json.strings("algorithms").isEmpty()) {
            throw new BadJson(WHAT + " has algorithms, which is an array of strings");
        }
        var keys = PublishedKeys.requiredObject(json, "keys", WHAT);
        if (!keys.members().values().stream().allMatch(JsonString.class::isInstance)) {
            throw new BadJson("The keys of a device are strings");
        }
        var signatures = PublishedKeys.requiredObject(json, "signatures", WHAT);
        if (!signatures.members().values().stream().allMatch(JsonObject.class::isInstance)) {
            throw new BadJson("Signatures are objects by user id");
        }
    }

    /** The device's public Ed25519 key in unpadded Base64, if it has one that is one. */
    public Optional<String> signingKey() {
        return json.object("keys")
                .flatMap(keys -> keys.string(PublishedKeys.ED25519 + ":" + device.value()))
                .filter(key -> PublishedKeys.publicKey(key).isPresent());
    }

    /** Whether the other object has the same keys, whoever signed it. */
    public boolean isSameAs(JsonObject other) {
        return PublishedKeys.signedPart(json).equals(PublishedKeys.signedPart(other));
    }

    /**
     * These keys in place of those that were known: when they are the same, signatures that were added to those stay.
     */
    public DeviceKeys replacing(JsonObject known) {
        return isSameAs(known) ? new DeviceKeys(user, device, PublishedKeys.withSignaturesOf(json, known)) : this;
    }
}
