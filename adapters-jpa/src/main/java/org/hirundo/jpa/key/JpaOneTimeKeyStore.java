package org.hirundo.jpa.key;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Collision;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.Transaction;

/**
 * One-time keys and fallback keys, one row each. Claims that find the same key both want to delete its row; the one that
 * comes second deletes nothing, sees that, and looks again.
 */
public final class JpaOneTimeKeyStore implements OneTimeKeyStore {

    private static final String OF_DEVICE = " k where k.userId = ?1 and k.deviceId = ?2";
    /** Counts are above zero; zero marks an algorithm of which there is an unused fallback key. */
    private static final String COUNTS = """
            select algorithm, count(*) from one_time_key where user_id = ?1 and device_id = ?2 group by algorithm
            union all select algorithm, 0 from fallback_key where user_id = ?1 and device_id = ?2 and not used
            """;

    private static final int CLAIM_PARAMETERS = 3;

    private final Database database;

    /** On this database. */
    public JpaOneTimeKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public Set<KeyId> add(UserId user, DeviceId device, List<OneTimeKey> oneTimeKeys, List<OneTimeKey> fallbackKeys) {
        return database.write(transaction -> {
            var known = transaction
                    .query(
                            "select k from OneTimeKeyRow" + OF_DEVICE,
                            OneTimeKeyRow.class,
                            user.toString(),
                            device.toString())
                    .getResultList();
            var values =
                    known.stream().map(OneTimeKeyRow::key).collect(Collectors.toMap(OneTimeKey::id, OneTimeKey::key));
            long place = known.stream().mapToLong(OneTimeKeyRow::place).max().orElse(0);
            var fresh = new ArrayList<OneTimeKeyRow>();
            var clashes = new HashSet<KeyId>();
            for (var key : oneTimeKeys) {
                var before = values.putIfAbsent(key.id(), key.key());
                if (before == null) {
                    fresh.add(new OneTimeKeyRow(user, device, key, ++place));
                } else if (!before.equals(key.key())) {
                    clashes.add(key.id());
                }
            }
            if (clashes.isEmpty()) {
                fresh.forEach(transaction::add);
                fallbackKeys.forEach(key -> putFallback(transaction, user, device, key));
            }
            return clashes;
        });
    }

    private static void putFallback(Transaction transaction, UserId user, DeviceId device, OneTimeKey key) {
        transaction
                .hold(
                        FallbackKeyRow.class,
                        FallbackKeyRow.id(user, device, key.id().algorithm()))
                .ifPresentOrElse(
                        row -> row.replaceBy(key), () -> transaction.add(new FallbackKeyRow(user, device, key)));
    }

    @Override
    public Map<Claim, OneTimeKey> claim(Set<Claim> claims) {
        return claims.isEmpty()
                ? Map.of()
                : database.write(transaction -> {
                    var taken = takeOneTimeKeys(transaction, claims);
                    addFallbacks(transaction, claims, taken);
                    return taken;
                });
    }

    @Override
    public Map<Claim, OneTimeKey> claimOneTimeKeys(Set<Claim> claims) {
        return claims.isEmpty() ? Map.of() : database.write(transaction -> takeOneTimeKeys(transaction, claims));
    }

    private static Map<Claim, OneTimeKey> takeOneTimeKeys(Transaction transaction, Set<Claim> claims) {
        var oldest = Batches.ask(claims, CLAIM_PARAMETERS, some -> oldest(transaction.manager(), some));
        var taken = new HashMap<Claim, OneTimeKey>();
        var spent = new ArrayList<String>();
        for (var row : oldest) {
            // Two keys have the same place when two uploads came at the same time; either will do.
            if (taken.putIfAbsent(row.claim(), row.key()) == null) {
                spent.add(row.id());
            }
        }
        if (!spent.isEmpty()
                && transaction.change("delete from OneTimeKeyRow k where k.id in ?1", spent) < spent.size()) {
            throw new Collision("A one-time key was claimed by another");
        }
        return taken;
    }

    private static void addFallbacks(Transaction transaction, Set<Claim> claims, Map<Claim, OneTimeKey> taken) {
        var unserved = claims.stream()
                .filter(claim -> !taken.containsKey(claim))
                .map(claim -> FallbackKeyRow.id(claim.user(), claim.device(), claim.algorithm()))
                .toList();
        for (var row : Batches.ask(unserved, some -> fallbacks(transaction, some))) {
            taken.put(row.claim(), row.key());
            row.use();
        }
    }

    private static List<OneTimeKeyRow> oldest(EntityManager manager, List<Claim> claims) {
        var asked = new ArrayList<Object>();
        for (var claim : claims) {
            asked.add(claim.user().toString());
            asked.add(claim.device().toString());
            asked.add(StoredText.of(claim.algorithm()));
        }
        var sql = """
                with asked (user_id, device_id, algorithm) as (%s)
                select k.* from asked a
                join one_time_key k on k.user_id = a.user_id and k.device_id = a.device_id and k.algorithm = a.algorithm
                where k.place = (
                    select min(o.place) from one_time_key o
                    where o.user_id = a.user_id and o.device_id = a.device_id and o.algorithm = a.algorithm)
                """.formatted(Queries.values(claims.size(), CLAIM_PARAMETERS));
        return Queries.rows(manager, sql, OneTimeKeyRow.class, asked);
    }

    private static List<FallbackKeyRow> fallbacks(Transaction transaction, List<String> ids) {
        return transaction
                .query("select k from FallbackKeyRow k where k.id in ?1", FallbackKeyRow.class, ids)
                .getResultList();
    }

    @Override
    public KeyCounts counts(UserId user, DeviceId device) {
        var rows =
                database.read(manager -> Queries.tuples(manager, COUNTS, List.of(user.toString(), device.toString())));
        var counts = new HashMap<String, Integer>();
        var unused = new HashSet<String>();
        for (var row : rows) {
            var algorithm = StoredText.read(row[0].toString());
            int count = ((Number) row[1]).intValue();
            if (count > 0) {
                counts.put(algorithm, count);
            } else {
                unused.add(algorithm);
            }
        }
        return new KeyCounts(counts, unused);
    }
}
