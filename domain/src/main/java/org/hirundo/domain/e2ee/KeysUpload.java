package org.hirundo.domain.e2ee;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;

/**
 * What a device publishes at once: new identity keys, one-time keys, fallback keys.
 *
 * @param fallbackKeys at most one per algorithm
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysupload">Upload of keys</a>
 */
public record KeysUpload(Optional<DeviceKeys> deviceKeys, List<OneTimeKey> oneTimeKeys, List<OneTimeKey> fallbackKeys) {

    /** The most one-time keys in one upload; clients keep fifty or a hundred. */
    public static final int MAX_ONE_TIME_KEYS = 1_000;

    public KeysUpload {
        oneTimeKeys = List.copyOf(oneTimeKeys);
        fallbackKeys = List.copyOf(fallbackKeys);
    }

    /**
     * Reads the body of {@code POST /keys/upload}.
     *
     * @param user the user who uploads
     * @param device the device that uploads
     * @throws org.hirundo.domain.error.MatrixException when something in it is not as it must be; nothing of it counts then
     */
    public static KeysUpload parse(JsonObject body, UserId user, DeviceId device) {
        var upload = new KeysUpload(
                object(body, "device_keys").map(keys -> DeviceKeys.parse(keys, user, device)),
                keys(body, "one_time_keys", user, device),
                keys(body, "fallback_keys", user, device));
        var algorithms = new HashSet<String>();
        for (var key : upload.fallbackKeys) {
            if (!algorithms.add(key.id().algorithm())) {
                throw new InvalidParam("There is one fallback key per algorithm, and several are "
                        + key.id().algorithm());
            }
        }
        return upload;
    }

    private static List<OneTimeKey> keys(JsonObject body, String name, UserId user, DeviceId device) {
        var keys = object(body, name).orElse(JsonObject.EMPTY).members();
        if (keys.size() > MAX_ONE_TIME_KEYS) {
            throw new InvalidParam("An upload has at most " + MAX_ONE_TIME_KEYS + " keys");
        }
        return keys.entrySet().stream()
                .map(key -> OneTimeKey.parse(key.getKey(), key.getValue(), user, device))
                .toList();
    }

    private static Optional<JsonObject> object(JsonObject body, String name) {
        return switch (body.get(name)) {
            case null -> Optional.empty();
            case JsonNull.NULL -> Optional.empty();
            case JsonObject object -> Optional.of(object);
            default -> throw new BadJson(name + " is an object");
        };
    }
}
