package org.hirundo.domain.e2ee;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.device.DeviceIds;
import org.hirundo.domain.device.DeviceName;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A device that is to wait for messages while no client has it: its keys, and what the client that wakes it needs, of which the
 * server understands nothing.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3814">MSC3814, dehydrated devices</a>
 */
public record DehydratedDeviceUpload(
        DeviceId device,
        JsonObject data,
        Optional<String> displayName,
        DeviceKeys deviceKeys,
        List<OneTimeKey> oneTimeKeys,
        List<OneTimeKey> fallbackKeys) {

    /** The most bytes of the data in canonical JSON: the private keys of a device with a thousand one-time keys. */
    public static final int MAX_DATA_BYTES = 131_072;

    private static final String WHAT = "A dehydrated device";

    public DehydratedDeviceUpload {
        oneTimeKeys = List.copyOf(oneTimeKeys);
        fallbackKeys = List.copyOf(fallbackKeys);
    }

    /**
     * Reads the body of {@code PUT /dehydrated_device}.
     *
     * @param crossSigningKeys the user's public cross-signing keys, whose names the device must not have
     * @throws org.hirundo.domain.error.MatrixException when something in it is not as it must be
     */
    public static DehydratedDeviceUpload parse(JsonObject body, UserId user, Collection<String> crossSigningKeys) {
        var device = DeviceIds.choose(PublishedKeys.required(body, "device_id", WHAT), crossSigningKeys);
        var data = PublishedKeys.requiredObject(body, "device_data", WHAT);
        PublishedKeys.required(data, "algorithm", "The data of a dehydrated device");
        PublishedKeys.checkSize(data, MAX_DATA_BYTES, "The data of a dehydrated device");
        PublishedKeys.requiredObject(body, "device_keys", WHAT);
        var keys = KeysUpload.parse(body, user, device);
        return new DehydratedDeviceUpload(
                device,
                data,
                displayName(body),
                keys.deviceKeys().orElseThrow(),
                keys.oneTimeKeys(),
                keys.fallbackKeys());
    }

    private static Optional<String> displayName(JsonObject body) {
        var name = body.string("initial_device_display_name");
        if (name.isEmpty() && body.has("initial_device_display_name")) {
            throw new BadJson("initial_device_display_name is a string");
        }
        return name.map(DeviceName::check);
    }
}
