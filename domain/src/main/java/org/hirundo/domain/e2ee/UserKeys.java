package org.hirundo.domain.e2ee;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** The published keys of one user, as the server has them: of devices, and for cross-signing. */
public record UserKeys(
        UserId user, Map<DeviceId, JsonObject> devices, Map<CrossSigningUsage, JsonObject> crossSigning) {

    public UserKeys {
        devices = Map.copyOf(devices);
        crossSigning = Map.copyOf(crossSigning);
    }

    /** Of a user who published nothing. */
    public static UserKeys none(UserId user) {
        return new UserKeys(user, Map.of(), Map.of());
    }

    /** With the keys that others have of the same user in place of these, device by device and usage by usage. */
    public UserKeys with(UserKeys others) {
        var bothDevices = new HashMap<>(devices);
        bothDevices.putAll(others.devices);
        var bothUsages = new HashMap<>(crossSigning);
        bothUsages.putAll(others.crossSigning);
        return new UserKeys(user, bothDevices, bothUsages);
    }

    /** Whether there is no key. */
    public boolean isEmpty() {
        return devices.isEmpty() && crossSigning.isEmpty();
    }

    /** The public key of a usage. */
    Optional<String> publicKey(CrossSigningUsage usage) {
        return Optional.ofNullable(crossSigning.get(usage))
                .map(json -> CrossSigningKey.parse(json, user, usage).publicKey());
    }

    /** The cross-signing key of this name, which is its public key. */
    Optional<CrossSigningKey> crossSigningKey(String publicKey) {
        return crossSigning.entrySet().stream()
                .map(key -> CrossSigningKey.parse(key.getValue(), user, key.getKey()))
                .filter(key -> key.publicKey().equals(publicKey))
                .findFirst();
    }

    /** The public signing key of a device. */
    Optional<String> signingKey(DeviceId device) {
        return Optional.ofNullable(devices.get(device))
                .flatMap(json -> new DeviceKeys(user, device, json).signingKey());
    }
}
