package org.hirundo.jpa.key;

import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** Adds a device's keys within a transaction. */
final class KeyUpload {

    private final Transaction transaction;
    private final String userId;
    private final String deviceId;

    KeyUpload(Transaction transaction, UserId user, DeviceId device) {
        this.transaction = transaction;
        userId = Text.stored(user);
        deviceId = Text.stored(device);
    }

    /** Adds the keys, or changes nothing and tells which one-time keys are there with another value. */
    Set<KeyId> add(List<OneTimeKey> oneTimeKeys, List<OneTimeKey> fallbackKeys) {
        var upload = lock();
        var fresh = new LinkedHashMap<KeyId, OneTimeKey>();
        var clashes = new HashSet<KeyId>();
        var known = known();
        for (var key : oneTimeKeys) {
            var before = known.putIfAbsent(key.id(), key);
            if (before == null) {
                fresh.put(key.id(), key);
            } else if (!before.equals(key)) {
                clashes.add(key.id());
            }
        }
        if (clashes.isEmpty()) {
            insert(upload, fresh.values());
            replaceFallbackKeys(fallbackKeys);
        }
        return clashes;
    }

    private KeyUploadRow lock() {
        transaction.insertIfAbsent(KeyUploadRow.TABLE, userId, deviceId, 0L);
        var key = new KeyUploadRow.Key(userId, deviceId);
        return Objects.requireNonNull(
                transaction.entities().find(KeyUploadRow.class, key, LockModeType.PESSIMISTIC_WRITE));
    }

    private Map<KeyId, OneTimeKey> known() {
        var known = new HashMap<KeyId, OneTimeKey>();
        transaction
                .entities()
                .createQuery(
                        "select k from OneTimeKeyRow k where k.userId = :user and k.deviceId = :device",
                        OneTimeKeyRow.class)
                .setParameter("user", userId)
                .setParameter("device", deviceId)
                .getResultList()
                .forEach(row -> known.put(row.toKey().id(), row.toKey()));
        return known;
    }

    private void insert(KeyUploadRow upload, Collection<OneTimeKey> keys) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var key : keys) {
            rows.add(new Object[] {
                userId,
                deviceId,
                Text.stored(key.id().algorithm()),
                Text.stored(key.id().version()),
                upload.nextOrdinal++,
                Json.stored(key.key())
            });
        }
        transaction.insert(OneTimeKeyRow.TABLE, rows);
    }

    /** A fallback key that is given again as it is stays used. */
    private void replaceFallbackKeys(List<OneTimeKey> keys) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var key : keys) {
            var algorithm = Text.stored(key.id().algorithm());
            var before = transaction
                    .entities()
                    .find(FallbackKeyRow.class, new FallbackKeyRow.Key(userId, deviceId, algorithm));
            if (before == null || !before.toKey().equals(key)) {
                rows.add(new Object[] {
                    userId, deviceId, algorithm, Text.stored(key.id().version()), Json.stored(key.key()), false
                });
            }
        }
        transaction.upsert(FallbackKeyRow.TABLE, rows);
    }
}
