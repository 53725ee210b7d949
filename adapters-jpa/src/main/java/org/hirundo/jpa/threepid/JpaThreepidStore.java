package org.hirundo.jpa.threepid;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;

/** Third-party identifiers, one row each. */
public final class JpaThreepidStore implements ThreepidStore {

    private final Database database;

    /** On this database. */
    public JpaThreepidStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(UserId user, Threepid threepid) {
        return database.write(transaction -> {
            var there = transaction.find(ThreepidRow.class, ThreepidRow.id(threepid.address()));
            if (there.isEmpty()) {
                transaction.add(new ThreepidRow(user, threepid));
                return true;
            }
            var own = there.filter(row -> row.user().equals(user));
            own.ifPresent(row -> row.set(threepid));
            return own.isPresent();
        });
    }

    @Override
    public Optional<UserId> owner(EmailAddress address) {
        return database.read(manager -> Optional.ofNullable(manager.find(ThreepidRow.class, ThreepidRow.id(address))))
                .map(ThreepidRow::user);
    }

    @Override
    public List<Threepid> of(UserId user) {
        return database.read(manager -> Queries.list(
                        manager,
                        "select t from ThreepidRow t where t.userId = ?1 order by t.address",
                        ThreepidRow.class,
                        user.toString())
                .stream()
                .map(ThreepidRow::threepid)
                .toList());
    }

    @Override
    public boolean remove(UserId user, EmailAddress address) {
        return database.write(transaction -> transaction.change(
                        "delete from ThreepidRow t where t.id = ?1 and t.userId = ?2",
                        ThreepidRow.id(address),
                        user.toString())
                == 1);
    }

    @Override
    public void removeAll(UserId user) {
        database.change(
                transaction -> transaction.change("delete from ThreepidRow t where t.userId = ?1", user.toString()));
    }
}
