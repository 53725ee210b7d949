package org.hirundo.jpa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hirundo.jpa.connection.Dialect;
import org.jspecify.annotations.Nullable;

/** A transaction that writes, see {@link Database#write}. */
public final class Transaction {

    private final EntityManager manager;
    private final Dialect dialect;

    Transaction(EntityManager manager, Dialect dialect) {
        this.manager = manager;
        this.dialect = dialect;
    }

    /** The entity manager; it reads what this transaction wrote. */
    public EntityManager manager() {
        return manager;
    }

    /** The row with this id. */
    public <R> Optional<R> find(Class<R> type, Object id) {
        return Optional.ofNullable(manager.find(type, id));
    }

    /** The row with this id, held until the end of the transaction: others who want to hold it wait. */
    public <R> Optional<R> hold(Class<R> type, Object id) {
        return Optional.ofNullable(manager.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Adds a row. */
    public void add(Object row) {
        manager.persist(row);
    }

    /** Executes a JPQL statement that changes rows, after all that was added or changed before; tells how many it met. */
    public int change(String jpql, Object... parameters) {
        manager.flush();
        var query = manager.createQuery(jpql);
        for (int number = 0; number < parameters.length; number++) {
            query.setParameter(number + 1, parameters[number]);
        }
        return query.executeUpdate();
    }

    /** A JPQL query with its parameters, numbered from 1. */
    public <R> TypedQuery<R> query(String jpql, Class<R> type, Object... parameters) {
        return Queries.of(manager, jpql, type, parameters);
    }

    /** Advances the one row of a table that counts, and tells where it is then; other transactions wait for this one. */
    public long advance(String counter, long by) {
        return dialect.advance(manager, counter, by);
    }

    /** Puts a row in place of the one that has the same key. */
    public void put(UpsertTable table, @Nullable Object... row) {
        putAll(table, Collections.singletonList(row));
    }

    /** Puts rows in place of those that have the same keys. */
    public void putAll(UpsertTable table, List<@Nullable Object[]> rows) {
        Upsert.of(table, rows).run(manager, dialect);
    }
}
