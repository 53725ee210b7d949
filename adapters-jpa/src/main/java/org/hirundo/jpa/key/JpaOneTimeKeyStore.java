package org.hirundo.jpa.key;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;

/** One-time and fallback keys in the tables {@code one_time_key}, {@code fallback_key} and {@code key_upload}. */
public final class JpaOneTimeKeyStore implements OneTimeKeyStore {

    private final Database database;

    /** Keys of the database. */
    public JpaOneTimeKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public Set<KeyId> add(
            UserId user, DeviceId device, List<OneTimeKey> oneTimeKeys, List<OneTimeKey> fallbackKeys) {
        return database.write(
                transaction -> new KeyUpload(transaction, user, device).add(oneTimeKeys, fallbackKeys));
    }

    @Override
    public Map<Claim, OneTimeKey> claim(Set<Claim> claims) {
        return claims.isEmpty() ? Map.of() : database.write(transaction -> new KeyClaims(transaction, claims).serve());
    }

    @Override
    public KeyCounts counts(UserId user, DeviceId device) {
        return database.read(entities -> {
            var left = new HashMap<String, Integer>();
            entities.createQuery(
                            """
                            select k.algorithm, count(k.keyVersion) from OneTimeKeyRow k
                            where k.userId = :user and k.deviceId = :device group by k.algorithm""",
                            Object[].class)
                    .setParameter("user", Text.stored(user))
                    .setParameter("device", Text.stored(device))
                    .getResultList()
                    .forEach(row -> left.put(Text.read((String) row[0]), ((Number) row[1]).intValue()));
            var unused = new HashSet<String>();
            entities.createQuery(
                            """
                            select k.algorithm from FallbackKeyRow k
                            where k.userId = :user and k.deviceId = :device and k.used = false""",
                            String.class)
                    .setParameter("user", Text.stored(user))
                    .setParameter("device", Text.stored(device))
                    .getResultList()
                    .forEach(algorithm -> unused.add(Text.read(algorithm)));
            return new KeyCounts(left, unused);
        });
    }
}
