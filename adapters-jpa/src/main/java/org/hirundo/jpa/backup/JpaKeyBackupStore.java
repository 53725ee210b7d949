package org.hirundo.jpa.backup;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Collision;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;

/** Key backups in the tables {@code key_backup} and {@code key_backup_session}. */
public final class JpaKeyBackupStore implements KeyBackupStore {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final Database database;

    /** Key backups of the database. */
    public JpaKeyBackupStore(Database database) {
        this.database = database;
    }

    @Override
    public BackupVersion create(UserId user, String algorithm, JsonObject authData) {
        return database.write(transaction -> {
            long version = latest(transaction.entities(), user) + 1;
            boolean created = transaction.insertIfAbsent(
                    BackupRow.TABLE,
                    Text.stored(user),
                    version,
                    Text.stored(algorithm),
                    Json.stored(authData),
                    0L,
                    0L,
                    false);
            if (!created) {
                throw new Collision("Somebody else began the version " + version);
            }
            return new BackupVersion(Long.toString(version), algorithm, authData, 0, 0);
        });
    }

    private static long latest(EntityManager entities, UserId user) {
        return entities.createQuery(
                        "select coalesce(max(b.backupVersion), 0) from BackupRow b where b.userId = :user",
                        Number.class)
                .setParameter("user", Text.stored(user))
                .getSingleResult()
                .longValue();
    }

    @Override
    public Optional<BackupVersion> current(UserId user) {
        return database.read(entities -> entities.createQuery(
                        """
                        select b from BackupRow b where b.userId = :user and b.deleted = false
                        order by b.backupVersion desc""",
                        BackupRow.class)
                .setParameter("user", Text.stored(user))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(BackupRow::toVersion));
    }

    @Override
    public Optional<BackupVersion> version(UserId user, String version) {
        return key(user, version).flatMap(key -> database.read(entities ->
                Optional.ofNullable(entities.find(BackupRow.class, key))
                        .filter(row -> !row.deleted)
                        .map(BackupRow::toVersion)));
    }

    @Override
    public boolean updateAuthData(UserId user, String version, JsonObject authData) {
        return change(user, version, (transaction, row) -> {
                    row.authData = Json.stored(authData);
                    return row;
                })
                .isPresent();
    }

    @Override
    public boolean delete(UserId user, String version) {
        return change(user, version, (transaction, row) -> {
                    new SessionSelection(row.key(), Optional.empty(), Optional.empty()).delete(transaction.entities());
                    row.deleted = true;
                    return row;
                })
                .isPresent();
    }

    @Override
    public Optional<BackupVersion> put(
            UserId user,
            String version,
            Map<RoomId, Map<String, JsonObject>> sessions,
            BinaryOperator<JsonObject> better) {
        return change(user, version, (transaction, row) -> {
                    new SessionPut(transaction, row, better).put(sessions);
                    return row;
                })
                .map(BackupRow::toVersion);
    }

    @Override
    public Map<RoomId, Map<String, JsonObject>> keys(
            UserId user, String version, Optional<RoomId> room, Optional<String> session) {
        var selected = key(user, version).map(key -> new SessionSelection(key, room, session));
        if (selected.isEmpty()) {
            return Map.of();
        }
        return database.read(entities -> {
            var found = new HashMap<RoomId, Map<String, JsonObject>>();
            for (var row : selected.get().list(entities)) {
                found.computeIfAbsent(new RoomId(Text.read(row.roomId)), id -> new HashMap<>())
                        .put(Text.read(row.sessionId), Json.object(row.sessionData));
            }
            return found;
        });
    }

    @Override
    public Optional<BackupVersion> deleteKeys(
            UserId user, String version, Optional<RoomId> room, Optional<String> session) {
        return change(user, version, (transaction, row) -> {
                    int deleted = new SessionSelection(row.key(), room, session).delete(transaction.entities());
                    if (deleted > 0) {
                        row.keyCount -= deleted;
                        row.etag++;
                    }
                    return row;
                })
                .map(BackupRow::toVersion);
    }

    /** Changes a version that nobody else can change meanwhile; empty when it is not there. */
    private Optional<BackupRow> change(
            UserId user, String version, BiFunction<Transaction, BackupRow, BackupRow> change) {
        return key(user, version).flatMap(key -> database.write(transaction -> Optional.ofNullable(
                        transaction.entities().find(BackupRow.class, key, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> !row.deleted)
                .map(row -> change.apply(transaction, row))));
    }

    /** Versions are named by their numbers, and by nothing that merely looks like one. */
    private static Optional<BackupRow.Key> key(UserId user, String version) {
        return VERSION.matcher(version).matches()
                ? Optional.of(new BackupRow.Key(Text.stored(user), Long.parseLong(version)))
                : Optional.empty();
    }
}
