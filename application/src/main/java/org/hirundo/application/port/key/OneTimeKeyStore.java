package org.hirundo.application.port.key;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonValue;

/** One-time keys and fallback keys. A one-time key is handed out once at most, in upload order. */
public interface OneTimeKeyStore {

    /** A key as it was uploaded: a string or an object with signatures. */
    record OneTimeKey(KeyId id, JsonValue key) {}

    /** Whose key is wanted, of which algorithm. */
    record Claim(UserId user, DeviceId device, String algorithm) {}

    /**
     * How many one-time keys a device has left by algorithm, where algorithms without are absent, and for which algorithms
     * its fallback key is unused.
     */
    record KeyCounts(Map<String, Integer> oneTimeKeys, Set<String> unusedFallbackAlgorithms) {

        public KeyCounts {
            oneTimeKeys = Map.copyOf(oneTimeKeys);
            unusedFallbackAlgorithms = Set.copyOf(unusedFallbackAlgorithms);
        }
    }

    /**
     * Adds one-time keys behind those there are, and replaces the fallback keys of the algorithms given, all or nothing.
     * A fallback key that is given again just as it is stays used if it was used: an upload whose answer got lost may be
     * repeated.
     *
     * @return the ids of one-time keys that exist with another value; when there are any nothing was changed. A key that
     *     exists with the same value is left as it is.
     */
    Set<KeyId> add(UserId user, DeviceId device, List<OneTimeKey> oneTimeKeys, List<OneTimeKey> fallbackKeys);

    /**
     * Takes a key for each claim in one transaction: the oldest one-time key, which is gone then, or the fallback key,
     * which is marked used and stays. Claims that find neither are absent. Concurrent calls get different one-time keys.
     * One call for any number of claims; a claim given twice is served once.
     */
    Map<Claim, OneTimeKey> claim(Set<Claim> claims);

    /** As {@link #claim}, but without fallback keys: claims that find no one-time key are absent. */
    Map<Claim, OneTimeKey> claimOneTimeKeys(Set<Claim> claims);

    /** What the device has left. */
    KeyCounts counts(UserId user, DeviceId device);
}
