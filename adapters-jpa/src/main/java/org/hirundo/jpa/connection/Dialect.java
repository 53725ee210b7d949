package org.hirundo.jpa.connection;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.sqlite.SQLiteException;

/** What the databases do differently, as far as JPQL does not cover it. */
public enum Dialect {
    /** The embedded database. */
    SQLITE("sqlite") {
        @Override
        public boolean isCollision(SQLException failure) {
            return failure instanceof SQLiteException sqlite
                    && switch (sqlite.getResultCode()) {
                        case SQLITE_CONSTRAINT_PRIMARYKEY,
                                SQLITE_CONSTRAINT_UNIQUE,
                                SQLITE_BUSY,
                                SQLITE_BUSY_SNAPSHOT -> true;
                        default -> false;
                    };
        }
    },

    /** PostgreSQL 15 or later. */
    POSTGRESQL("postgresql") {
        @Override
        public boolean isCollision(SQLException failure) {
            return UNIQUE_VIOLATION.equals(failure.getSQLState())
                    || SERIALIZATION_FAILURE.equals(failure.getSQLState())
                    || DEADLOCK.equals(failure.getSQLState());
        }
    },

    /** MariaDB 10.11 or later. */
    MARIADB("mariadb") {
        @Override
        public String onConflict(List<String> key, List<String> others) {
            return " on duplicate key update "
                    + others.stream()
                            .map(column -> column + " = values(" + column + ")")
                            .collect(Collectors.joining(", "));
        }

        @Override
        public long advance(EntityManager manager, String counter, long by) {
            manager.createNativeQuery("update " + counter + " set stream_position = stream_position + ?1")
                    .setParameter(1, by)
                    .executeUpdate();
            return number(manager.createNativeQuery("select stream_position from " + counter)
                    .getSingleResult());
        }

        @Override
        public boolean isCollision(SQLException failure) {
            return switch (failure.getErrorCode()) {
                case MARIADB_DUPLICATE_ENTRY, MARIADB_LOCK_WAIT_TIMEOUT, MARIADB_DEADLOCK -> true;
                default -> false;
            };
        }
    };

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final int MARIADB_DUPLICATE_ENTRY = 1062;
    private static final int MARIADB_LOCK_WAIT_TIMEOUT = 1205;
    private static final int MARIADB_DEADLOCK = 1213;

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** Where the migrations are, below {@code db/migration}. */
    public String folder() {
        return folder;
    }

    /** What makes an insert replace the other columns of a row that has the key. */
    public String onConflict(List<String> key, List<String> others) {
        return " on conflict (" + String.join(", ", key) + ") do update set "
                + others.stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
    }

    /** Advances the one row of a table that counts, and tells where it is then; other transactions wait for this one. */
    public long advance(EntityManager manager, String counter, long by) {
        return number(manager.createNativeQuery(
                        "update " + counter + " set stream_position = stream_position + ?1 returning stream_position")
                .setParameter(1, by)
                .getSingleResult());
    }

    /**
     * Whether the failure says that another transaction was first: it has the key, or one of two had to give way. The same
     * work done again finds the other's rows.
     */
    public abstract boolean isCollision(SQLException failure);

    private static long number(Object found) {
        return ((Number) found).longValue();
    }
}
