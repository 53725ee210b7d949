package org.hirundo.jpa.common;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** The databases that were tested, and the few places where their SQL differs. */
public enum Dialect {
    /** SQLite, in the process. */
    SQLITE(
            "sqlite",
            SqlitePlatform.class.getName(),
            "org.hibernate.community.dialect.SQLiteDialect",
            "instr"),

    /** PostgreSQL. */
    POSTGRESQL(
            "postgresql",
            "org.eclipse.persistence.platform.database.PostgreSQLPlatform",
            "org.hibernate.dialect.PostgreSQLDialect",
            "strpos"),

    /** MariaDB. */
    MARIADB(
            "mariadb",
            "org.eclipse.persistence.platform.database.MariaDBPlatform",
            "org.hibernate.dialect.MariaDBDialect",
            "instr") {
        @Override
        String upsert(SqlTable table) {
            var assignments = table.values().stream()
                    .map(column -> column + " = values(" + column + ")")
                    .collect(Collectors.joining(", "));
            return table.insert() + " on duplicate key update " + assignments;
        }

        @Override
        String insertIfAbsent(SqlTable table) {
            // The duplicate is told by an error; "insert ignore" would hide other errors as well.
            return table.insert();
        }

        @Override
        public long advance(Connection connection, long by) throws SQLException {
            // The server tells the last insert id with the count of rows: no second statement is needed.
            var sql = "update stream_counter set stream_position = last_insert_id(stream_position + ?)";
            try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
                statement.setLong(1, by);
                statement.executeUpdate();
                try (var keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        }
    };

    private final String vendor;
    private final String eclipseLinkPlatform;
    private final String hibernateDialect;
    private final String indexOf;

    Dialect(String vendor, String eclipseLinkPlatform, String hibernateDialect, String indexOf) {
        this.vendor = vendor;
        this.eclipseLinkPlatform = eclipseLinkPlatform;
        this.hibernateDialect = hibernateDialect;
        this.indexOf = indexOf;
    }

    /** The name of the database in JDBC addresses, and of the folder of its migrations. */
    public String vendor() {
        return vendor;
    }

    String eclipseLinkPlatform() {
        return eclipseLinkPlatform;
    }

    String hibernateDialect() {
        return hibernateDialect;
    }

    /** The SQL function of (text, part) that tells where the part begins, from 1, or 0. */
    public String indexOf() {
        return indexOf;
    }

    /** Inserts a row, or replaces all but the key of the one there is. */
    String upsert(SqlTable table) {
        var assignments = table.values().stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return table.insert() + " on conflict (" + String.join(", ", table.key()) + ") do "
                + (assignments.isEmpty() ? "nothing" : "update set " + assignments);
    }

    /** Inserts a row unless its key is taken; that is told by a count of 0 or by a duplicate key. */
    String insertIfAbsent(SqlTable table) {
        return table.insert() + " on conflict do nothing";
    }

    /**
     * Advances the counter of the stream, which stays locked until the transaction ends.
     *
     * @return its value afterwards
     */
    public long advance(Connection connection, long by) throws SQLException {
        var sql = "update stream_counter set stream_position = stream_position + ? returning stream_position";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, by);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
