package org.hirundo.mongo.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    public Map<UserId, Account> find(Set<UserId> users) {
        var wanted = in(Fields.ID, users.stream().map(UserId::toString).toList());
        return database.call(() -> accounts.find(wanted).into(new ArrayList<>())).stream()
                .map(AccountDocument::account)
                .collect(Collectors.toMap(Account::user, Function.identity()));
    }

    @Override
    public boolean update(Account account) {
        return database.call(
                () -> accounts.updateOne(eq(Fields.ID, account.user().toString()), AccountDocument.changeTo(account))
                                .getMatchedCount()
                        == 1);
    }

    @Override
    public boolean upgradeGuest(UserId guest, String passwordHash) {
        var isGuest = and(
                eq(Fields.ID, guest.toString()),
                eq(AccountDocument.KIND, Account.Kind.GUEST.name()),
                eq(AccountDocument.DEACTIVATED, false));
        return database.call(() -> accounts.updateOne(isGuest, AccountDocument.upgrade(passwordHash))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public long count() {
        return database.call(accounts::countDocuments);
    }
}
