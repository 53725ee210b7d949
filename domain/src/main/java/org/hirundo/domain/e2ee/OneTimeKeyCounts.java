package org.hirundo.domain.e2ee;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hirundo.domain.json.JsonObject;

/**
 * What a device has left to be claimed.
 *
 * @param oneTimeKeys how many one-time keys, by algorithm
 * @param unusedFallbackKeys the algorithms whose fallback key was not claimed yet
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#e2e-extensions-to-sync">Extensions to /sync</a>
 */
public record OneTimeKeyCounts(Map<String, Integer> oneTimeKeys, Set<String> unusedFallbackKeys) {

    public OneTimeKeyCounts {
        oneTimeKeys = Map.copyOf(oneTimeKeys);
        unusedFallbackKeys = Set.copyOf(unusedFallbackKeys);
    }

    /**
     * The counts as clients get them. {@code signed_curve25519} is told even when there are none: clients exist that upload
     * new keys only when they read a number.
     */
    public JsonObject countsToJson() {
        var counts = new TreeMap<>(oneTimeKeys);
        counts.putIfAbsent(OneTimeKey.SIGNED_CURVE25519, 0);
        var json = JsonObject.builder();
        counts.forEach((algorithm, count) -> json.put(algorithm, count));
        return json.build();
    }
}
