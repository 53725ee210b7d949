package org.hirundo.jpa.key;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** Serves claims within a transaction: so many statements as there are steps, however many claims there are. */
final class KeyClaims {

    private static final String TAKE =
            "delete from one_time_key where user_id = ? and device_id = ? and algorithm = ? and key_version = ?";

    private static final String MARK =
            "update fallback_key set used = ? where user_id = ? and device_id = ? and algorithm = ?";

    private final Transaction transaction;
    private final Map<Wanted, Claim> open = new HashMap<>();
    private final Map<Claim, OneTimeKey> served = new HashMap<>();

    /** A claim as columns hold it. */
    private record Wanted(String userId, String deviceId, String algorithm) {}

    KeyClaims(Transaction transaction, Set<Claim> claims) {
        this.transaction = transaction;
        for (var claim : claims) {
            open.put(
                    new Wanted(Text.stored(claim.user()), Text.stored(claim.device()), Text.stored(claim.algorithm())),
                    claim);
        }
    }

    Map<Claim, OneTimeKey> serve() {
        lockDevices();
        takeOneTimeKeys();
        if (!open.isEmpty()) {
            useFallbackKeys();
        }
        return served;
    }

    /** In one order, so that callers wait for each other and never in a circle. */
    private void lockDevices() {
        entities()
                .createQuery(
                        """
                        select u from KeyUploadRow u where u.userId in :users and u.deviceId in :devices
                        order by u.userId, u.deviceId""",
                        KeyUploadRow.class)
                .setParameter("users", all(Wanted::userId))
                .setParameter("devices", all(Wanted::deviceId))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void takeOneTimeKeys() {
        var oldest = entities()
                .createQuery(
                        """
                        select k from OneTimeKeyRow k
                        where k.userId in :users and k.deviceId in :devices and k.algorithm in :algorithms
                        and k.ordinal = (select min(o.ordinal) from OneTimeKeyRow o where o.userId = k.userId
                            and o.deviceId = k.deviceId and o.algorithm = k.algorithm)""",
                        OneTimeKeyRow.class)
                .setParameter("users", all(Wanted::userId))
                .setParameter("devices", all(Wanted::deviceId))
                .setParameter("algorithms", all(Wanted::algorithm))
                .getResultList();
        var taken = new ArrayList<@Nullable Object[]>();
        for (var row : oldest) {
            if (open.remove(new Wanted(row.userId, row.deviceId, row.algorithm)) instanceof Claim claim) {
                served.put(claim, row.toKey());
                taken.add(new Object[] {row.userId, row.deviceId, row.algorithm, row.keyVersion});
            }
        }
        transaction.batch(TAKE, taken);
    }

    private void useFallbackKeys() {
        var fallbacks = entities()
                .createQuery(
                        """
                        select k from FallbackKeyRow k
                        where k.userId in :users and k.deviceId in :devices and k.algorithm in :algorithms""",
                        FallbackKeyRow.class)
                .setParameter("users", all(Wanted::userId))
                .setParameter("devices", all(Wanted::deviceId))
                .setParameter("algorithms", all(Wanted::algorithm))
                .getResultList();
        var marked = new ArrayList<@Nullable Object[]>();
        for (var row : fallbacks) {
            if (open.remove(new Wanted(row.userId, row.deviceId, row.algorithm)) instanceof Claim claim) {
                served.put(claim, row.toKey());
                if (!row.used) {
                    marked.add(new Object[] {true, row.userId, row.deviceId, row.algorithm});
                }
            }
        }
        transaction.batch(MARK, marked);
    }

    private EntityManager entities() {
        return transaction.entities();
    }

    private List<String> all(Function<Wanted, String> part) {
        var values = new HashSet<String>();
        open.keySet().forEach(wanted -> values.add(part.apply(wanted)));
        return values.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
