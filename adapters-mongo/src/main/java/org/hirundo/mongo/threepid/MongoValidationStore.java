package org.hirundo.mongo.threepid;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.threepid.Validation;
import org.hirundo.application.port.threepid.ValidationStore;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Validations, one document each: whatever happens to one is one write. */
public final class MongoValidationStore implements ValidationStore {

    private static final String COLLECTION = "validations";
    private static final String PURPOSE = "purpose";
    private static final String ADDRESS = "address";
    private static final String TOKEN = "token";
    private static final String SEND_ATTEMPT = "sendAttempt";
    private static final String NEXT_LINK = "nextLink";
    private static final String VALIDATED_AT = "validatedAt";
    private static final String EXPIRES_AT = "expiresAt";

    private final Database database;
    private final MongoCollection<Document> validations;

    /** On this database. */
    public MongoValidationStore(Database database) {
        this.database = database;
        this.validations = database.collection(COLLECTION);
    }

    @Override
    public boolean begin(Validation validation, Instant now) {
        var document = document(validation);
        var older = and(
                eq(Fields.ID, validation.sid()),
                or(
                        lte(EXPIRES_AT, Date.from(now)),
                        and(eq(VALIDATED_AT, null), lt(SEND_ATTEMPT, validation.sendAttempt()))));
        return database.insertIfAbsent(validations, document)
                || database.call(() -> validations.replaceOne(older, document).getMatchedCount() == 1);
    }

    @Override
    public Optional<Validation> find(String sid, Instant now) {
        return database.call(() -> Optional.ofNullable(validations
                        .find(and(eq(Fields.ID, sid), gt(EXPIRES_AT, Date.from(now))))
                        .first()))
                .map(MongoValidationStore::validation);
    }

    @Override
    public boolean validate(String sid, TokenHash token, Instant now) {
        var fits = and(eq(Fields.ID, sid), eq(TOKEN, token.value()), gt(EXPIRES_AT, Date.from(now)));
        Bson firstTime = new Document(
                "$set",
                new Document(VALIDATED_AT, new Document("$ifNull", List.of("$" + VALIDATED_AT, Date.from(now)))));
        return database.call(
                () -> validations.updateOne(fits, List.of(firstTime)).getMatchedCount() == 1);
    }

    @Override
    public boolean remove(String sid) {
        return database.call(() -> validations.deleteOne(eq(Fields.ID, sid)).getDeletedCount() == 1);
    }

    @Override
    public void removeExpired(Instant now) {
        database.run(() -> validations.deleteMany(lt(EXPIRES_AT, Date.from(now))));
    }

    private static Document document(Validation validation) {
        return new Document(Fields.ID, validation.sid())
                .append(PURPOSE, validation.purpose().name())
                .append(ADDRESS, validation.address().toString())
                .append(TOKEN, validation.token().value())
                .append(SEND_ATTEMPT, validation.sendAttempt())
                .append(NEXT_LINK, validation.nextLink().orElse(null))
                .append(VALIDATED_AT, validation.validatedAt().map(Date::from).orElse(null))
                .append(EXPIRES_AT, Date.from(validation.expiresAt()));
    }

    private static Validation validation(Document document) {
        return new Validation(
                document.getString(Fields.ID),
                Validation.Purpose.valueOf(document.getString(PURPOSE)),
                new EmailAddress(document.getString(ADDRESS)),
                new TokenHash(document.getString(TOKEN)),
                document.getLong(SEND_ATTEMPT),
                Fields.string(document, NEXT_LINK),
                Fields.instant(document, VALIDATED_AT),
                document.getDate(EXPIRES_AT).toInstant());
    }
}
