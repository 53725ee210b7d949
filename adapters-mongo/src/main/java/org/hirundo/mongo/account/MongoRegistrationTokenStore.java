package org.hirundo.mongo.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Registration tokens, one document each with its pending uses: a use begins in one update of one document. */
public final class MongoRegistrationTokenStore implements RegistrationTokenStore {

    private final Database database;
    private final MongoCollection<Document> tokens;

    /** On this database. */
    public MongoRegistrationTokenStore(Database database) {
        this.database = database;
        this.tokens = database.collection(RegistrationTokenDocument.COLLECTION);
    }

    @Override
    public boolean create(RegistrationToken token) {
        return database.insertIfAbsent(tokens, RegistrationTokenDocument.of(token));
    }

    @Override
    public Optional<RegistrationToken> find(String token, Instant now) {
        return database.call(() ->
                        Optional.ofNullable(tokens.find(eq(Fields.ID, token)).first()))
                .map(document -> RegistrationTokenDocument.token(document, now));
    }

    @Override
    public List<RegistrationToken> all(Instant now) {
        return database.call(() -> tokens.find()
                .sort(Sorts.ascending(Fields.ID))
                .map(document -> RegistrationTokenDocument.token(document, now))
                .into(new ArrayList<>()));
    }

    @Override
    public boolean delete(String token) {
        return database.call(() -> tokens.deleteOne(eq(Fields.ID, token)).getDeletedCount() == 1);
    }

    @Override
    public boolean begin(Use use, Instant now) {
        var others = others(use, now);
        var used =
                new Document("$add", List.of("$" + RegistrationTokenDocument.COMPLETED, new Document("$size", others)));
        var usable = and(
                eq(Fields.ID, use.token()),
                or(
                        eq(RegistrationTokenDocument.EXPIRES_AT, null),
                        gt(RegistrationTokenDocument.EXPIRES_AT, Date.from(now))),
                or(
                        eq(RegistrationTokenDocument.USES_ALLOWED, null),
                        expr(new Document("$lt", List.of(used, "$" + RegistrationTokenDocument.USES_ALLOWED)))));
        var added = new Document("$literal", List.of(RegistrationTokenDocument.pending(use)));
        Bson update = new Document(
                "$set",
                new Document(RegistrationTokenDocument.PENDING, new Document("$concatArrays", List.of(others, added))));
        return database.call(() -> tokens.updateOne(usable, List.of(update)).getMatchedCount() == 1);
    }

    /** The expression for the uses that are pending, without this one. */
    private static Document others(Use use, Instant now) {
        var isPending = new Document("$gt", List.of("$$use." + RegistrationTokenDocument.EXPIRES_AT, Date.from(now)));
        var isAnother = new Document(
                "$ne", List.of("$$use." + RegistrationTokenDocument.SESSION, new Document("$literal", use.session())));
        return new Document(
                "$filter",
                new Document("input", "$" + RegistrationTokenDocument.PENDING)
                        .append("as", "use")
                        .append("cond", new Document("$and", List.of(isPending, isAnother))));
    }

    @Override
    public void complete(Use use) {
        database.run(() -> tokens.updateOne(
                eq(Fields.ID, use.token()), combine(inc(RegistrationTokenDocument.COMPLETED, 1), dropping(use))));
    }

    @Override
    public void cancel(Use use) {
        database.run(() -> tokens.updateOne(eq(Fields.ID, use.token()), dropping(use)));
    }

    private static Bson dropping(Use use) {
        return pull(RegistrationTokenDocument.PENDING, new Document(RegistrationTokenDocument.SESSION, use.session()));
    }
}
