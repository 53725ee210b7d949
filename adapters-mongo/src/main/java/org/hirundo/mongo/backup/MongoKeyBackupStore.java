package org.hirundo.mongo.backup;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.IdPrefix;
import org.jspecify.annotations.Nullable;

/**
 * Key backups: a document for each version, and one for each key. Whatever changes the keys of a version also changes the
 * version's document, so concurrent changes of one version come one after the other.
 */
public final class MongoKeyBackupStore implements KeyBackupStore {

    private final Database database;
    private final MongoCollection<Document> versions;
    private final MongoCollection<Document> keys;

    /** On this database. */
    public MongoKeyBackupStore(Database database) {
        this.database = database;
        this.versions = database.collection(BackupVersionDocument.COLLECTION);
        this.keys = database.collection(BackupKeyDocument.COLLECTION);
    }

    @Override
    public BackupVersion create(UserId user, String algorithm, JsonObject authData) {
        while (true) {
            long next = newest(IdPrefix.of(BackupVersionDocument.user(user)))
                            .map(BackupVersionDocument::number)
                            .orElse(0L)
                    + 1;
            var document = BackupVersionDocument.of(user, next, algorithm, authData);
            if (database.insertIfAbsent(versions, document)) {
                return BackupVersionDocument.version(document);
            }
        }
    }

    @Override
    public Optional<BackupVersion> current(UserId user) {
        return newest(and(IdPrefix.of(BackupVersionDocument.user(user)), eq(BackupVersionDocument.DELETED, false)))
                .map(BackupVersionDocument::version);
    }

    private Optional<Document> newest(Bson filter) {
        return database.call(() -> Optional.ofNullable(
                versions.find(filter).sort(Sorts.descending(Fields.ID)).first()));
    }

    @Override
    public Optional<BackupVersion> version(UserId user, String version) {
        return BackupVersionDocument.number(version)
                .flatMap(number -> database.call(() ->
                        Optional.ofNullable(versions.find(present(user, number)).first())))
                .map(BackupVersionDocument::version);
    }

    @Override
    public boolean updateAuthData(UserId user, String version, JsonObject authData) {
        var update = BackupVersionDocument.changeTo(authData);
        return BackupVersionDocument.number(version)
                .map(number -> database.call(
                        () -> versions.updateOne(present(user, number), update).getMatchedCount() == 1))
                .orElse(false);
    }

    @Override
    public boolean delete(UserId user, String version) {
        return BackupVersionDocument.number(version)
                .map(number -> database.transaction(session -> {
                    var update = set(BackupVersionDocument.DELETED, true);
                    boolean found = versions.updateOne(session, present(user, number), update)
                                    .getMatchedCount()
                            == 1;
                    if (found) {
                        keys.deleteMany(session, IdPrefix.of(BackupKeyDocument.ofVersion(user, number)));
                    }
                    return found;
                }))
                .orElse(false);
    }

    @Override
    public Optional<BackupVersion> put(
            UserId user,
            String version,
            Map<RoomId, Map<String, JsonObject>> sessions,
            BinaryOperator<JsonObject> better) {
        return change(
                user, version, (session, number) -> new KeyMerge(user, number, sessions, better).into(keys, session));
    }

    @Override
    public Map<RoomId, Map<String, JsonObject>> keys(
            UserId user, String version, Optional<RoomId> room, Optional<String> session) {
        var found = new HashMap<RoomId, Map<String, JsonObject>>();
        BackupVersionDocument.number(version)
                .ifPresent(number -> database.run(() -> keys.find(narrowed(user, number, room, session))
                        .forEach(document -> found.computeIfAbsent(
                                        BackupKeyDocument.room(document), name -> new HashMap<>())
                                .put(BackupKeyDocument.session(document), BackupKeyDocument.key(document)))));
        return found;
    }

    @Override
    public Optional<BackupVersion> deleteKeys(
            UserId user, String version, Optional<RoomId> room, Optional<String> session) {
        return change(user, version, (transaction, number) -> {
            long deleted = keys.deleteMany(transaction, narrowed(user, number, room, session))
                    .getDeletedCount();
            return new KeyChange(deleted > 0, -deleted);
        });
    }

    /** Changes the keys of a version; its etag and count follow. */
    private Optional<BackupVersion> change(
            UserId user, String version, BiFunction<ClientSession, Long, KeyChange> change) {
        return BackupVersionDocument.number(version)
                .flatMap(number -> database.transaction(session -> {
                    var filter = present(user, number);
                    var before =
                            Optional.ofNullable(versions.find(session, filter).first());
                    if (before.isEmpty()) {
                        return Optional.empty();
                    }
                    var changed = change.apply(session, number);
                    var after = changed.changed() ? Optional.ofNullable(note(session, filter, changed)) : before;
                    return after.map(BackupVersionDocument::version);
                }));
    }

    private @Nullable Document note(ClientSession session, Bson filter, KeyChange changed) {
        return versions.findOneAndUpdate(
                session,
                filter,
                combine(inc(BackupVersionDocument.ETAG, 1L), inc(BackupVersionDocument.COUNT, changed.added())),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    private static Bson present(UserId user, long version) {
        return and(eq(Fields.ID, BackupVersionDocument.id(user, version)), eq(BackupVersionDocument.DELETED, false));
    }

    private static Bson narrowed(UserId user, long version, Optional<RoomId> room, Optional<String> session) {
        var prefix = room.map(id -> BackupKeyDocument.ofRoom(user, version, id))
                .orElseGet(() -> BackupKeyDocument.ofVersion(user, version));
        var inRange = IdPrefix.of(prefix);
        return session.map(id -> and(inRange, eq(BackupKeyDocument.SESSION, id)))
                .orElse(inRange);
    }
}
