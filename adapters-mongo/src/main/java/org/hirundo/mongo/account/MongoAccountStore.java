package org.hirundo.mongo.account;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Accounts, one document each. */
public final class MongoAccountStore implements AccountStore {

    private final Database database;
    private final MongoCollection<Document> accounts;

    /** On this database. */
    public MongoAccountStore(Database database) {
        this.database = database;
        this.accounts = database.collection(AccountDocument.COLLECTION);
    }

    @Override
    public boolean create(Account account) {
        return database.insertIfAbsent(accounts, AccountDocument.of(account));
    }

    @Override
    public Optional<Account> find(UserId user) {
        return database.call(() -> Optional.ofNullable(
                        accounts.find(eq(Fields.ID, user.toString())).first()))
                .map(AccountDocument::account);
    }

    @Override
    public boolean update(Account account) {
        return database.call(
                () -> accounts.updateOne(eq(Fields.ID, account.user().toString()), AccountDocument.changeTo(account))
                                .getMatchedCount()
                        == 1);
    }

    @Override
    public long count() {
        return database.call(accounts::countDocuments);
    }
}
