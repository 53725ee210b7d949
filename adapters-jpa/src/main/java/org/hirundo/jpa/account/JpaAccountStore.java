package org.hirundo.jpa.account;

import java.util.Optional;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;

/** Accounts in the table {@code account}. */
public final class JpaAccountStore implements AccountStore {

    private final Database database;

    /** Accounts of the database. */
    public JpaAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean create(Account account) {
        return database.write(
                transaction -> transaction.insertIfAbsent(AccountRow.TABLE, AccountRow.values(account)));
    }

    @Override
    public Optional<Account> find(UserId user) {
        return database.read(entities -> Optional.ofNullable(entities.find(AccountRow.class, Text.stored(user)))
                .map(AccountRow::toAccount));
    }

    @Override
    public boolean update(Account account) {
        return database.write(transaction -> {
            var row = transaction.entities().find(AccountRow.class, Text.stored(account.user()));
            if (row == null) {
                return false;
            }
            row.change(account);
            return true;
        });
    }

    @Override
    public long count() {
        return database.read(entities -> entities.createQuery("select count(a) from AccountRow a", Long.class)
                .getSingleResult());
    }
}
