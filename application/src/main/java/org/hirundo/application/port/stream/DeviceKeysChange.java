package org.hirundo.application.port.stream;

import java.util.Map;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user's identity or cross-signing keys changed, or a device's display name: others must query again.
 *
 * @param deviceKeys the whole new device keys object of each changed device
 * @param crossSigningKeys the whole new key object by usage ({@code master}, {@code self_signing}, {@code user_signing})
 */
public record DeviceKeysChange(
        UserId user, Map<DeviceId, JsonObject> deviceKeys, Map<String, JsonObject> crossSigningKeys)
        implements DurableChange {

    public DeviceKeysChange {
        deviceKeys = Map.copyOf(deviceKeys);
        crossSigningKeys = Map.copyOf(crossSigningKeys);
    }
}
