package org.hirundo.jpa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hirundo.application.port.StorageUnavailable;

/** A database through Jakarta Persistence: reads, and writes in transactions of their own. */
public final class Database implements AutoCloseable {

    private static final String UNIT = "hirundo";

    /** How often a transaction that lost against another one is begun anew. */
    private static final int ATTEMPTS = 8;

    private static final long FIRST_PAUSE_MILLIS = 2;

    private final EntityManagerFactory factory;
    private final Provider provider;
    private final Dialect dialect;

    /**
     * Opens the database.
     *
     * @param source gives connections for writing while {@link RoutingDataSource#writing} runs
     */
    public Database(Provider provider, Dialect dialect, DataSource source) {
        this.provider = provider;
        this.dialect = dialect;
        factory = Persistence.createEntityManagerFactory(UNIT, provider.properties(dialect, source));
    }

    /** What is special about the database. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Reads outside of any transaction: each statement sees what was committed before it.
     *
     * @throws StorageUnavailable when the driver fails
     */
    public <T> T read(Function<EntityManager, T> work) {
        try (var entities = factory.createEntityManager()) {
            return work.apply(entities);
        } catch (RuntimeException failure) {
            throw Failures.translate(failure);
        }
    }

    /**
     * Reads and writes in one transaction. When another transaction was in the way it is rolled back and the work is done
     * again, so the work must not change anything but the database.
     *
     * @throws StorageUnavailable when the driver fails, and nothing was written or that is not known
     */
    public <T> T write(Function<Transaction, T> work) {
        return RoutingDataSource.writing(() -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(work);
                } catch (RuntimeException failure) {
                    if (attempt == ATTEMPTS || !Failures.isCollision(failure)) {
                        throw Failures.translate(failure);
                    }
                }
                pause(FIRST_PAUSE_MILLIS << attempt);
            }
        });
    }

    private <T> T attempt(Function<Transaction, T> work) {
        try (var entities = factory.createEntityManager()) {
            var transaction = entities.getTransaction();
            transaction.begin();
            try {
                var result = work.apply(new Transaction(entities, provider.connection(entities), dialect));
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while waiting to try a transaction again", interrupted);
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
