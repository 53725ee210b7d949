package org.hirundo.jpa.common;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction at work: entities and queries through the entity manager, and batches of rows on its connection, where a
 * statement for each row would cost a round trip each.
 */
public final class Transaction {

    private final EntityManager entities;
    private final Connection connection;
    private final Dialect dialect;

    Transaction(EntityManager entities, Connection connection, Dialect dialect) {
        this.entities = entities;
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The entity manager of the transaction. */
    public EntityManager entities() {
        return entities;
    }

    /** Inserts rows; each has the values of the table's columns, the key first. */
    public void insert(SqlTable table, Collection<@Nullable Object[]> rows) {
        batch(table.insert(), rows);
    }

    /** Inserts a row; false, and nothing is changed, when its key is taken. */
    public boolean insertIfAbsent(SqlTable table, @Nullable Object... row) {
        try {
            return execute(dialect.insertIfAbsent(table), row) == 1;
        } catch (SqlFailure failure) {
            if (dialect == Dialect.MARIADB && Failures.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** Inserts rows or replaces those with the same key. Of rows with equal keys the last one stays. */
    public void upsert(SqlTable table, Collection<@Nullable Object[]> rows) {
        var latest = new LinkedHashMap<List<@Nullable Object>, @Nullable Object[]>();
        for (var row : rows) {
            latest.put(Arrays.asList(row).subList(0, table.key().size()), row);
        }
        batch(dialect.upsert(table), latest.values());
    }

    /** Inserts a row or replaces the one with the same key. */
    public void upsert(SqlTable table, @Nullable Object... row) {
        execute(dialect.upsert(table), row);
    }

    /**
     * Runs a statement once for each row of parameters.
     *
     * @return how many rows of the table each of them changed
     */
    public int[] batch(String sql, Collection<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        if (rows.size() == 1) {
            return new int[] {execute(sql, rows.iterator().next())};
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    /** Runs a statement and tells how many rows of the table it changed. */
    public int execute(String sql, @Nullable Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    /** Reads the current row of a result. */
    @FunctionalInterface
    public interface RowReader {

        /** Takes what is wanted of the row. */
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a query and hands over each of its rows. */
    public void query(String sql, Collection<?> parameters, RowReader reader) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters.toArray());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    /** Takes so many positions of the stream and gives the last one. Nobody else can take any until this ends. */
    public long advance(long by) {
        try {
            return dialect.advance(connection, by);
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
