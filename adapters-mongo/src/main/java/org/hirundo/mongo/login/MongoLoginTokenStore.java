package org.hirundo.mongo.login;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.login.LoginTokenStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Login tokens, one document each. */
public final class MongoLoginTokenStore implements LoginTokenStore {

    private static final String COLLECTION = "login_tokens";
    private static final String USER = "user";
    private static final String EXPIRES_AT = "expiresAt";

    private final Database database;
    private final MongoCollection<Document> tokens;

    /** On this database. */
    public MongoLoginTokenStore(Database database) {
        this.database = database;
        this.tokens = database.collection(COLLECTION);
    }

    @Override
    public void add(TokenHash token, UserId user, Instant expiresAt, Instant now) {
        database.run(() -> {
            tokens.deleteMany(lt(EXPIRES_AT, now));
            tokens.insertOne(new Document(Fields.ID, token.value())
                    .append(USER, user.toString())
                    .append(EXPIRES_AT, expiresAt));
        });
    }

    @Override
    public Optional<UserId> take(TokenHash token, Instant now) {
        return database.call(() -> Optional.ofNullable(tokens.findOneAndDelete(eq(Fields.ID, token.value()))))
                .filter(taken -> taken.getDate(EXPIRES_AT).toInstant().isAfter(now))
                .map(taken -> UserId.parse(taken.getString(USER)));
    }
}
