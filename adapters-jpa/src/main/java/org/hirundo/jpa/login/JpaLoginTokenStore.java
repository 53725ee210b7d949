package org.hirundo.jpa.login;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.login.LoginTokenStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;

/** Login tokens, one row each. */
public final class JpaLoginTokenStore implements LoginTokenStore {

    private final Database database;

    /** On this database. */
    public JpaLoginTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(TokenHash token, UserId user, Instant expiresAt, Instant now) {
        database.change(transaction -> {
            transaction.change("delete from LoginTokenRow t where t.expiresAt < ?1", now.toEpochMilli());
            transaction.add(new LoginTokenRow(token, user, expiresAt));
        });
    }

    @Override
    public Optional<UserId> take(TokenHash token, Instant now) {
        return database.write(transaction -> {
            var row = transaction.find(LoginTokenRow.class, token.value());
            // Of those who found the row, one deletes it.
            return row.filter(_ ->
                            transaction.change("delete from LoginTokenRow t where t.token = ?1", token.value()) == 1)
                    .filter(taken -> taken.isValid(now))
                    .map(LoginTokenRow::user);
        });
    }
}
