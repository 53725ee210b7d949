package org.hirundo.jpa.uia;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.StoredText;

/** Sessions of user-interactive authentication, one row each. */
public final class JpaUiaStore implements UiaStore {

    private static final String VALID = "select s from UiaSessionRow s where s.id = ?1 and s.expiresAt > ?2";

    private final Database database;

    /** On this database. */
    public JpaUiaStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(UiaSession session) {
        database.change(transaction -> transaction.manager().merge(new UiaSessionRow(session)));
    }

    @Override
    public Optional<UiaSession> find(String id, Instant now) {
        return database.read(manager ->
                        Queries.first(manager, VALID, UiaSessionRow.class, StoredText.of(id), now.toEpochMilli()))
                .map(UiaSessionRow::session);
    }

    @Override
    public boolean update(UiaSession session) {
        return database.write(transaction -> {
            var row = transaction.hold(UiaSessionRow.class, StoredText.of(session.id()));
            row.ifPresent(held -> held.set(session));
            return row.isPresent();
        });
    }

    @Override
    public boolean remove(String id) {
        return database.write(transaction ->
                transaction.change("delete from UiaSessionRow s where s.id = ?1", StoredText.of(id)) == 1);
    }

    @Override
    public void removeExpired(Instant now) {
        database.change(transaction ->
                transaction.change("delete from UiaSessionRow s where s.expiresAt < ?1", now.toEpochMilli()));
    }
}
