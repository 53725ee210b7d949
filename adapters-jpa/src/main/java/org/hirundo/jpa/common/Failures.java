package org.hirundo.jpa.common;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.StorageUnavailable;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells failures of drivers and providers apart, and makes {@link StorageUnavailable} of them. */
final class Failures {

    /** Serialisation failure and deadlock, as the standard and PostgreSQL have them. */
    private static final Set<String> COLLISION_STATES = Set.of("40001", "40P01");

    /** MariaDB's: lock wait timeout, deadlock. */
    private static final Set<Integer> MARIADB_COLLISIONS = Set.of(1205, 1213);

    private static final String DUPLICATE_STATE = "23505";
    private static final int MARIADB_DUPLICATE = 1062;

    private Failures() {}

    /** The failure as ports tell it: what came from a driver becomes {@link StorageUnavailable}, all else stays as it is. */
    static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof Collision || isOfProvider(failure) || sql(failure).isPresent()) {
            return new StorageUnavailable("The database did not do what it was asked: " + failure.getMessage(), failure);
        }
        return failure;
    }

    /** Whether the same transaction may succeed when it is begun anew. */
    static boolean isCollision(RuntimeException failure) {
        return failure instanceof Collision
                || sql(failure).filter(Failures::isCollision).isPresent()
                || isDuplicate(failure);
    }

    /** Whether a key was taken. */
    static boolean isDuplicate(RuntimeException failure) {
        return sql(failure).filter(Failures::isDuplicate).isPresent();
    }

    private static boolean isCollision(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                ? isBusy(sqlite.getResultCode())
                : COLLISION_STATES.contains(failure.getSQLState())
                        || MARIADB_COLLISIONS.contains(failure.getErrorCode());
    }

    private static boolean isBusy(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT;
    }

    private static boolean isDuplicate(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
                    || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE;
        }
        return DUPLICATE_STATE.equals(failure.getSQLState()) || failure.getErrorCode() == MARIADB_DUPLICATE;
    }

    private static boolean isOfProvider(RuntimeException failure) {
        return failure instanceof jakarta.persistence.PersistenceException
                || failure instanceof org.eclipse.persistence.exceptions.EclipseLinkException;
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
