package org.hirundo.jpa.account;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.StoredText;

/**
 * Registration tokens, one row each, and one for each use that is pending. Who changes uses holds the row of the token, so that
 * nobody else counts them meanwhile.
 */
public final class JpaRegistrationTokenStore implements RegistrationTokenStore {

    private static final String PENDING =
            "select count(u) from RegistrationTokenUseRow u where u.token = ?1 and u.expiresAt > ?2";

    private static final String ALL_PENDING =
            "select u.token, count(u) from RegistrationTokenUseRow u where u.expiresAt > ?1 group by u.token";

    private static final String DROP_EXPIRED =
            "delete from RegistrationTokenUseRow u where u.token = ?1 and u.expiresAt <= ?2";

    private static final String DROP_USES = "delete from RegistrationTokenUseRow u where u.token = ?1";

    private static final String DROP_USE = "delete from RegistrationTokenUseRow u where u.id = ?1";

    private static final String COUNT_USE =
            "update RegistrationTokenRow t set t.completed = t.completed + 1 where t.token = ?1";

    private final Database database;

    /** On this database. */
    public JpaRegistrationTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean create(RegistrationToken token) {
        return database.write(transaction -> {
            if (transaction.find(RegistrationTokenRow.class, token.token()).isPresent()) {
                return false;
            }
            transaction.add(new RegistrationTokenRow(token));
            return true;
        });
    }

    @Override
    public Optional<RegistrationToken> find(String token, Instant now) {
        var stored = StoredText.of(token);
        return database.read(manager -> Optional.ofNullable(manager.find(RegistrationTokenRow.class, stored))
                .map(row -> row.with(pending(manager, stored, now))));
    }

    private static int pending(EntityManager manager, String token, Instant now) {
        return Queries.of(manager, PENDING, Long.class, token, now.toEpochMilli())
                .getSingleResult()
                .intValue();
    }

    @Override
    public List<RegistrationToken> all(Instant now) {
        return database.read(manager -> {
            var pending = new HashMap<String, Integer>();
            Queries.list(manager, ALL_PENDING, Object[].class, now.toEpochMilli())
                    .forEach(count -> pending.put((String) count[0], ((Long) count[1]).intValue()));
            return Queries.list(
                            manager,
                            "select t from RegistrationTokenRow t order by t.token",
                            RegistrationTokenRow.class)
                    .stream()
                    .map(row -> row.with(pending.getOrDefault(row.token(), 0)))
                    .toList();
        });
    }

    @Override
    public boolean delete(String token) {
        var stored = StoredText.of(token);
        return database.write(transaction -> {
            if (transaction.change("delete from RegistrationTokenRow t where t.token = ?1", stored) == 0) {
                return false;
            }
            transaction.change(DROP_USES, stored);
            return true;
        });
    }

    @Override
    public boolean begin(Use use, Instant now) {
        var token = StoredText.of(use.token());
        return database.write(transaction -> {
            var held = transaction.hold(RegistrationTokenRow.class, token);
            if (held.isEmpty()) {
                return false;
            }
            transaction.change(DROP_EXPIRED, token, now.toEpochMilli());
            if (transaction
                    .find(RegistrationTokenUseRow.class, RegistrationTokenUseRow.id(use))
                    .isPresent()) {
                return true;
            }
            boolean usable =
                    held.get().with(pending(transaction.manager(), token, now)).isUsable(now);
            if (usable) {
                transaction.add(new RegistrationTokenUseRow(use));
            }
            return usable;
        });
    }

    @Override
    public void complete(Use use) {
        database.change(transaction -> {
            transaction.change(COUNT_USE, StoredText.of(use.token()));
            transaction.change(DROP_USE, RegistrationTokenUseRow.id(use));
        });
    }

    @Override
    public void cancel(Use use) {
        database.change(transaction -> transaction.change(DROP_USE, RegistrationTokenUseRow.id(use)));
    }
}
