package org.hirundo.domain.e2ee;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidSignature;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;

/**
 * Cross-signing keys that a user publishes.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysdevice_signingupload">Upload</a>
 */
public final class CrossSigningUpload {

    private final UserId user;
    private final Map<CrossSigningUsage, CrossSigningKey> keys;

    private CrossSigningUpload(UserId user, Map<CrossSigningUsage, CrossSigningKey> keys) {
        this.user = user;
        this.keys = keys;
    }

    /**
     * Reads the body of {@code POST /keys/device_signing/upload}, of which {@code auth} is for others to read.
     *
     * @throws BadJson when a key is not as it must be
     * @throws org.hirundo.domain.error.InvalidParam when a key is another's, for another use, or no Ed25519 key
     */
    public static CrossSigningUpload parse(JsonObject body, UserId user) {
        var keys = new EnumMap<CrossSigningUsage, CrossSigningKey>(CrossSigningUsage.class);
        for (var usage : CrossSigningUsage.values()) {
            switch (body.get(usage.member())) {
                case null -> {}
                case JsonNull.NULL -> {}
                case JsonObject json -> keys.put(usage, CrossSigningKey.parse(json, user, usage));
                default -> throw new BadJson(usage.member() + " is an object");
            }
        }
        return new CrossSigningUpload(user, keys);
    }

    /**
     * Whether the user must authenticate anew. Not when there is no master key yet, so that the first keys can be published
     * freely; and not when nothing in the upload is new, so that it can be repeated when the answer was lost.
     *
     * @param known the user's keys that the server has
     */
    public boolean needsAuthentication(Map<CrossSigningUsage, JsonObject> known) {
        return known.containsKey(CrossSigningUsage.MASTER) && !changes(known).isEmpty();
    }

    /**
     * Checks that the keys can be published.
     *
     * @param known the user's keys that the server has
     * @param devices the user's devices
     * @throws MissingParam when there is no master key, neither in the upload nor before
     * @throws InvalidSignature when a key is not signed by the master key
     * @throws Forbidden when a device has the name of a key
     */
    public void check(Map<CrossSigningUsage, JsonObject> known, Set<DeviceId> devices, Ed25519 ed25519) {
        if (keys.isEmpty()) {
            return;
        }
        var master = master(known).orElseThrow(() -> new MissingParam("No master signing key is available"));
        for (var key : keys.values()) {
            if (devices.contains(new DeviceId(key.publicKey()))) {
                throw new Forbidden("Key ID in use");
            }
            if (key.usage() != CrossSigningUsage.MASTER && !key.isSignedBy(master, ed25519)) {
                throw new InvalidSignature("The " + key.usage().member() + " is not signed by the master signing key");
            }
        }
    }

    private Optional<CrossSigningKey> master(Map<CrossSigningUsage, JsonObject> known) {
        return Optional.ofNullable(keys.get(CrossSigningUsage.MASTER))
                .or(() -> Optional.ofNullable(known.get(CrossSigningUsage.MASTER))
                        .map(json -> CrossSigningKey.parse(json, user, CrossSigningUsage.MASTER)));
    }

    /** The keys that are new or other than those the server has, by usage. */
    public Map<CrossSigningUsage, JsonObject> changes(Map<CrossSigningUsage, JsonObject> known) {
        var changes = new EnumMap<CrossSigningUsage, JsonObject>(CrossSigningUsage.class);
        keys.forEach((usage, key) -> {
            var before = known.get(usage);
            if (before == null || !key.isSameAs(before)) {
                changes.put(usage, key.json());
            }
        });
        return changes;
    }
}
