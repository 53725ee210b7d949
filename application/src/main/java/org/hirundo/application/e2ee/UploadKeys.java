package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.e2ee.DeviceKeys;
import org.hirundo.domain.e2ee.KeysUpload;
import org.hirundo.domain.e2ee.OneTimeKey;
import org.hirundo.domain.e2ee.OneTimeKeyCounts;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.json.JsonObject;

/**
 * A device publishes its keys.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3keysupload">POST /keys/upload</a>
 */
@Singleton
public final class UploadKeys {

    private final KnownKeys known;
    private final OneTimeKeyStore oneTimeKeys;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    UploadKeys(KnownKeys known, OneTimeKeyStore oneTimeKeys, Committer committer, UserLocks locks, RateLimiter limits) {
        this.known = known;
        this.oneTimeKeys = oneTimeKeys;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Publishes the keys in the request. What is published already may be published again.
     *
     * @return what the device has left
     * @throws InvalidParam when a one-time key was published before with another value
     * @throws org.hirundo.domain.error.MatrixException when something in the request is not as it must be
     */
    public OneTimeKeyCounts upload(Requester requester, JsonObject request) {
        limits.spend(requester, Cost.KEYS);
        requester.refuseWithoutDevice();
        var upload = KeysUpload.parse(request, requester.user(), requester.device());
        add(requester, upload);
        upload.deviceKeys().ifPresent(this::publish);
        var counts = oneTimeKeys.counts(requester.user(), requester.device());
        return new OneTimeKeyCounts(counts.oneTimeKeys(), counts.unusedFallbackAlgorithms());
    }

    private void add(Requester requester, KeysUpload upload) {
        if (upload.oneTimeKeys().isEmpty() && upload.fallbackKeys().isEmpty()) {
            return;
        }
        var conflicting = oneTimeKeys.add(
                requester.user(), requester.device(), stored(upload.oneTimeKeys()), stored(upload.fallbackKeys()));
        if (!conflicting.isEmpty()) {
            throw new InvalidParam("One-time keys exist already with other values: " + conflicting);
        }
    }

    private static List<OneTimeKeyStore.OneTimeKey> stored(List<OneTimeKey> keys) {
        return keys.stream()
                .map(key -> new OneTimeKeyStore.OneTimeKey(key.id(), key.key()))
                .toList();
    }

    private void publish(DeviceKeys keys) {
        locks.with(keys.user(), () -> {
            var before = known.of(keys.user()).devices().get(keys.device());
            var after = before == null ? keys.json() : keys.replacing(before).json();
            if (!after.equals(before)) {
                committer.commit(new DeviceKeysChange(keys.user(), Map.of(keys.device(), after), Map.of()));
            }
        });
    }
}
