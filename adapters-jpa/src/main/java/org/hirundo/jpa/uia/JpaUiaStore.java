package org.hirundo.jpa.uia;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;

/** Sessions of user-interactive authentication in the table {@code uia_session}. */
public final class JpaUiaStore implements UiaStore {

    private final Database database;

    /** Sessions of the database. */
    public JpaUiaStore(Database database) {
        this.database = database;
    }

    @Override
    public void save(UiaSession session) {
        database.write(transaction -> {
            transaction.upsert(UiaSessionRow.TABLE, UiaSessionRow.values(session));
            return session;
        });
    }

    @Override
    public Optional<UiaSession> find(String id, Instant now) {
        return database.read(entities -> Optional.ofNullable(entities.find(UiaSessionRow.class, Text.stored(id)))
                .map(UiaSessionRow::toSession)
                .filter(session -> !session.expiresAt().isBefore(now)));
    }

    @Override
    public boolean remove(String id) {
        return database.write(transaction -> transaction
                        .entities()
                        .createQuery("delete from UiaSessionRow s where s.sessionId = :id")
                        .setParameter("id", Text.stored(id))
                        .executeUpdate()
                == 1);
    }

    @Override
    public void removeExpired(Instant now) {
        database.write(transaction -> transaction
                .entities()
                .createQuery("delete from UiaSessionRow s where s.expiresAt < :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate());
    }
}
