package org.hirundo.mongo.uia;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Sessions of user-interactive authentication, one document each. */
public final class MongoUiaStore implements UiaStore {

    private final Database database;
    private final MongoCollection<Document> sessions;

    /** On this database. */
    public MongoUiaStore(Database database) {
        this.database = database;
        this.sessions = database.collection(UiaSessionDocument.COLLECTION);
    }

    @Override
    public void save(UiaSession session) {
        database.run(() -> sessions.replaceOne(
                eq(Fields.ID, session.id()), UiaSessionDocument.of(session), new ReplaceOptions().upsert(true)));
    }

    @Override
    public Optional<UiaSession> find(String id, Instant now) {
        return database.call(() -> Optional.ofNullable(
                        sessions.find(and(eq(Fields.ID, id), gt(UiaSessionDocument.EXPIRES_AT, now)))
                                .first()))
                .map(UiaSessionDocument::session);
    }

    @Override
    public boolean update(UiaSession session) {
        return database.call(() -> sessions.replaceOne(eq(Fields.ID, session.id()), UiaSessionDocument.of(session))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public boolean remove(String id) {
        return database.call(() -> sessions.deleteOne(eq(Fields.ID, id)).getDeletedCount() == 1);
    }

    @Override
    public void removeExpired(Instant now) {
        database.run(() -> sessions.deleteMany(lt(UiaSessionDocument.EXPIRES_AT, now)));
    }
}
