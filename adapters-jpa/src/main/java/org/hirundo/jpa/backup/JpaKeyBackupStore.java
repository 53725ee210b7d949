package org.hirundo.jpa.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.Transaction;

/**
 * Key backups: a row for each version, and one for each key. Whatever changes the keys of a version holds the version's
 * row, so concurrent changes of one version come one after the other.
 */
public final class JpaKeyBackupStore implements KeyBackupStore {

    private static final String NEWEST = "select max(v.number) from BackupVersionRow v where v.userId = ?1";
    private static final String CURRENT = """
            select v from BackupVersionRow v where v.userId = ?1 and v.deleted = ?2 order by v.number desc
            """;

    private final Database database;

    /** On this database. */
    public JpaKeyBackupStore(Database database) {
        this.database = database;
    }

    @Override
    public BackupVersion create(UserId user, String algorithm, JsonObject authData) {
        return database.write(transaction -> {
            var newest = Optional.ofNullable(
                    transaction.query(NEWEST, Long.class, user.toString()).getSingleResult());
            var row = new BackupVersionRow(user, newest.orElse(0L) + 1, algorithm, authData);
            transaction.add(row);
            return row.version();
        });
    }

    @Override
    public Optional<BackupVersion> current(UserId user) {
        return database.read(manager -> Queries.first(manager, CURRENT, BackupVersionRow.class, user.toString(), false))
                .map(BackupVersionRow::version);
    }

    @Override
    public Optional<BackupVersion> version(UserId user, String version) {
        return database.read(manager ->
                        Optional.ofNullable(manager.find(BackupVersionRow.class, BackupVersionRow.id(user, version))))
                .filter(row -> !row.isDeleted())
                .map(BackupVersionRow::version);
    }

    private static Optional<BackupVersionRow> hold(Transaction transaction, UserId user, String version) {
        return transaction
                .hold(BackupVersionRow.class, BackupVersionRow.id(user, version))
                .filter(row -> !row.isDeleted());
    }

    @Override
    public boolean updateAuthData(UserId user, String version, JsonObject authData) {
        return database.write(transaction -> {
            var row = hold(transaction, user, version);
            row.ifPresent(found -> found.set(authData));
            return row.isPresent();
        });
    }

    @Override
    public boolean delete(UserId user, String version) {
        return database.write(transaction -> {
            var row = hold(transaction, user, version);
            row.ifPresent(found -> {
                found.delete();
                transaction.change("delete from BackupKeyRow k where k.backupVersion = ?1", found.id());
            });
            return row.isPresent();
        });
    }

    @Override
    public Optional<BackupVersion> put(
            UserId user,
            String version,
            Map<RoomId, Map<String, JsonObject>> sessions,
            BinaryOperator<JsonObject> better) {
        return database.write(transaction -> hold(transaction, user, version).map(row -> {
            merge(transaction, row, sessions, better);
            return row.version();
        }));
    }

    private static void merge(
            Transaction transaction,
            BackupVersionRow version,
            Map<RoomId, Map<String, JsonObject>> sessions,
            BinaryOperator<JsonObject> better) {
        var added = new HashMap<String, BackupKeyRow>();
        sessions.forEach((room, keys) -> keys.forEach((session, key) -> {
            var row = new BackupKeyRow(version.id(), room, session, key);
            added.put(row.id(), row);
        }));
        boolean changed = false;
        for (var known : Batches.ask(added.keySet(), ids -> keys(transaction, ids))) {
            var before = known.key();
            var chosen = better.apply(before, added.remove(known.id()).key());
            if (!chosen.equals(before)) {
                known.set(chosen);
                changed = true;
            }
        }
        added.values().forEach(transaction::add);
        if (changed || !added.isEmpty()) {
            version.changed(added.size());
        }
    }

    private static List<BackupKeyRow> keys(Transaction transaction, List<String> ids) {
        return transaction
                .query("select k from BackupKeyRow k where k.id in ?1", BackupKeyRow.class, ids)
                .getResultList();
    }

    @Override
    public Map<RoomId, Map<String, JsonObject>> keys(
            UserId user, String version, Optional<RoomId> room, Optional<String> session) {
        var wanted = new Narrowed(BackupVersionRow.id(user, version), room, session);
        var found = new HashMap<RoomId, Map<String, JsonObject>>();
        for (var row : database.read(manager ->
                Queries.list(manager, "select k" + wanted.jpql(), BackupKeyRow.class, wanted.parameters()))) {
            found.computeIfAbsent(row.room(), name -> new HashMap<>()).put(row.session(), row.key());
        }
        return found;
    }

    @Override
    public Optional<BackupVersion> deleteKeys(
            UserId user, String version, Optional<RoomId> room, Optional<String> session) {
        return database.write(transaction -> hold(transaction, user, version).map(row -> {
            var unwanted = new Narrowed(row.id(), room, session);
            int deleted = transaction.change("delete" + unwanted.jpql(), unwanted.parameters());
            if (deleted > 0) {
                row.changed(-deleted);
            }
            return row.version();
        }));
    }

    /** The keys of a version, or some of them. */
    private record Narrowed(String backupVersion, Optional<RoomId> room, Optional<String> session) {

        String jpql() {
            return " from BackupKeyRow k where k.backupVersion = ?1"
                    + room.map(id -> " and k.room = ?2").orElse("")
                    + session.map(id -> " and k.sessionId = ?" + (room.isPresent() ? 3 : 2))
                            .orElse("");
        }

        Object[] parameters() {
            var parameters = new ArrayList<Object>();
            parameters.add(backupVersion);
            room.map(RoomId::toString).ifPresent(parameters::add);
            session.map(StoredText::of).ifPresent(parameters::add);
            return parameters.toArray();
        }
    }
}
