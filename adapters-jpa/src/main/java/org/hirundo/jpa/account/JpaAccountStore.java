package org.hirundo.jpa.account;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;

/** Accounts, one row each. */
public final class JpaAccountStore implements AccountStore {

    private final Database database;

    /** On this database. */
    public JpaAccountStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean create(Account account) {
        return database.write(transaction -> {
            var free = transaction
                    .find(AccountRow.class, account.user().toString())
                    .isEmpty();
            if (free) {
                transaction.add(new AccountRow(account));
            }
            return free;
        });
    }

    @Override
    public Optional<Account> find(UserId user) {
        return database.read(manager -> Optional.ofNullable(manager.find(AccountRow.class, user.toString())))
                .map(AccountRow::account);
    }

    @Override
    public Map<UserId, Account> find(Set<UserId> users) {
        return database
                .read(manager -> Batches.ask(
                        Ids.of(users),
                        some -> Queries.list(
                                manager, "select a from AccountRow a where a.userId in ?1", AccountRow.class, some)))
                .stream()
                .map(AccountRow::account)
                .collect(Collectors.toMap(Account::user, Function.identity()));
    }

    @Override
    public boolean update(Account account) {
        return database.write(transaction -> {
            var row = transaction.find(AccountRow.class, account.user().toString());
            row.ifPresent(found -> found.set(account));
            return row.isPresent();
        });
    }

    @Override
    public boolean upgradeGuest(UserId guest, String passwordHash) {
        return database.write(transaction -> transaction
                .hold(AccountRow.class, guest.toString())
                .filter(row -> row.upgrade(passwordHash))
                .isPresent());
    }

    @Override
    public long count() {
        return database.read(manager -> manager.createQuery("select count(a) from AccountRow a", Long.class)
                .getSingleResult());
    }
}
