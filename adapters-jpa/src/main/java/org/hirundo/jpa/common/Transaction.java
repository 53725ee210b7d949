package org.hirundo.jpa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hirundo.jpa.connection.Dialect;
import org.hirundo.jpa.connection.Provider;
import org.jspecify.annotations.Nullable;

/** A transaction that writes, see {@link Database#write}. */
public final class Transaction {

    private final EntityManager manager;
    private final Provider provider;
    private final Dialect dialect;

    Transaction(EntityManager manager, Provider provider, Dialect dialect) {
        this.manager = manager;
        this.provider = provider;
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

    /**
     * Executes an SQL statement once for each row of parameters, all in one round trip.
     *
     * @return how many rows of the table each of them met
     */
    public int[] batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try {
            return provider.withConnection(manager, connection -> batch(connection, sql, rows));
        } catch (PersistenceException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new PersistenceException(failure);
        }
    }

    private static int[] batch(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                for (int number = 0; number < row.length; number++) {
                    statement.setObject(number + 1, row[number]);
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        }
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
