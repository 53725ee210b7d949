package org.hirundo.domain.device;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.random.RandomGenerator;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;

/** How devices get their ids. */
public final class DeviceIds {

    /** The most bytes a device id that a client chooses may have: it is part of keys everywhere. */
    public static final int MAX_BYTES = 255;

    private static final int GENERATED_LENGTH = 10;
    private static final int LETTERS = 26;

    private DeviceIds() {}

    /** An id for a device whose client does not choose one: ten capitals. */
    public static DeviceId generate(RandomGenerator random) {
        var id = new StringBuilder(GENERATED_LENGTH);
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            id.append((char) ('A' + random.nextInt(LETTERS)));
        }
        return new DeviceId(id.toString());
    }

    /**
     * The id that a client chooses for a new device.
     *
     * <p>It must not be one of the user's public cross-signing keys: both name keys as {@code ed25519:…}, and whoever verified
     * the one would have verified the other.
     *
     * @param crossSigningKeys the user's public cross-signing keys in unpadded Base64
     * @throws InvalidParam when the id is empty, too long or has control characters
     * @throws Forbidden when it is such a key
     */
    public static DeviceId choose(String id, Collection<String> crossSigningKeys) {
        if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidParam("A device id has 1 to " + MAX_BYTES + " bytes");
        }
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidParam("A device id has no control characters");
        }
        if (crossSigningKeys.contains(id)) {
            throw new Forbidden("The device id is one of the user's cross-signing keys");
        }
        return new DeviceId(id);
    }
}
