package org.hirundo.domain.e2ee;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.json.JsonObject;

/**
 * A published key that somebody may sign.
 *
 * @param key the key as it was published
 * @param usage of a cross-signing key; empty for keys of a device
 * @param signers the public keys that may sign it, by key id
 */
record SignatureTarget(JsonObject key, Optional<CrossSigningUsage> usage, Map<String, String> signers) {

    /**
     * Finds a key. Users may sign all of their own, and of others the master keys.
     *
     * @param name a device id or a public key
     * @throws NotFound when there is no such key that the signer may sign
     */
    static SignatureTarget find(UserKeys owner, String name, UserKeys signer) {
        var own = owner.user().equals(signer.user());
        var device = new DeviceId(name);
        var deviceKeys = owner.devices().get(device);
        if (own && deviceKeys != null) {
            return new SignatureTarget(deviceKeys, Optional.empty(), ofDevice(signer, device));
        }
        return owner.crossSigningKey(name)
                .filter(key -> own || key.usage() == CrossSigningUsage.MASTER)
                .map(key -> new SignatureTarget(
                        key.json(),
                        Optional.of(key.usage()),
                        own ? ofOwn(signer, key.usage()) : named(signer, CrossSigningUsage.USER_SIGNING)))
                .orElseThrow(() -> new NotFound("There is no such key that " + signer.user() + " could sign"));
    }

    /** A device is signed by the user's self-signing key, and by itself. */
    private static Map<String, String> ofDevice(UserKeys signer, DeviceId device) {
        var signers = named(signer, CrossSigningUsage.SELF_SIGNING);
        signer.signingKey(device).ifPresent(key -> signers.put(keyId(device.value()), key));
        return signers;
    }

    /** The own master key is signed by the user's devices, all own cross-signing keys by the master key. */
    private static Map<String, String> ofOwn(UserKeys signer, CrossSigningUsage usage) {
        var signers = named(signer, CrossSigningUsage.MASTER);
        if (usage == CrossSigningUsage.MASTER) {
            signer.devices().keySet().forEach(device -> signer.signingKey(device)
                    .ifPresent(key -> signers.put(keyId(device.value()), key)));
        }
        return signers;
    }

    private static Map<String, String> named(UserKeys signer, CrossSigningUsage usage) {
        var signers = new HashMap<String, String>();
        signer.publicKey(usage).ifPresent(key -> signers.put(keyId(key), key));
        return signers;
    }

    private static String keyId(String version) {
        return PublishedKeys.ED25519 + ":" + version;
    }
}
