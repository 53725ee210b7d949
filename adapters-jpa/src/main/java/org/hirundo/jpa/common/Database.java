package org.hirundo.jpa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.jpa.connection.Connections;
import org.hirundo.jpa.connection.Dialect;
import org.hirundo.jpa.connection.Provider;

/**
 * The database as the stores see it: reads, transactions, and failures as the ports name them.
 *
 * <p>Transactions see what others have committed (read committed), so one that decides by what it read holds the row that
 * the decision is about, or a unique key makes the second of two collide. Collisions are tried again here.
 */
public final class Database {

    /** For how long a transaction is tried again when it collides with others. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long FIRST_PAUSE_MICROS = 500;
    private static final int DOUBLINGS = 6;

    private final EntityManagerFactory factory;
    private final Connections connections;
    private final Provider provider;
    private final Dialect dialect;

    /** The database behind these connections. */
    public Database(EntityManagerFactory factory, Connections connections, Provider provider, Dialect dialect) {
        this.factory = factory;
        this.connections = connections;
        this.provider = provider;
        this.dialect = dialect;
    }

    /**
     * Reads. Nothing that is found may leave the reader but values.
     *
     * @throws StorageUnavailable when the driver fails
     */
    public <T> T read(Function<EntityManager, T> reader) {
        try (var manager = factory.createEntityManager()) {
            return reader.apply(manager);
        } catch (PersistenceException failure) {
            throw unavailable(failure);
        }
    }

    /**
     * Writes in a transaction, and again from the start when it collides with another one.
     *
     * @throws StorageUnavailable when the driver fails, or collisions do not end
     */
    public <T> T write(Function<Transaction, T> work) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; ; attempt++) {
            try {
                return connections.writing(() -> attempt(work));
            } catch (PersistenceException | Collision failure) {
                if (!isCollision(failure) || System.nanoTime() > deadline) {
                    throw unavailable(failure);
                }
            }
            pause(attempt);
        }
    }

    /** Like {@link #write}, for work without an answer. */
    public void change(Consumer<Transaction> work) {
        write(transaction -> {
            work.accept(transaction);
            return Boolean.TRUE;
        });
    }

    private <T> T attempt(Function<Transaction, T> work) {
        try (var manager = factory.createEntityManager()) {
            var transaction = manager.getTransaction();
            transaction.begin();
            try {
                provider.joinReads(manager);
                T answer = work.apply(new Transaction(manager, provider, dialect));
                transaction.commit();
                return answer;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    private boolean isCollision(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Collision || (cause instanceof SQLException sql && dialect.isCollision(sql))) {
                return true;
            }
        }
        return false;
    }

    /** Waits for a random time that grows with the attempts, so that those who collided do not meet again. */
    private static void pause(int attempt) {
        long limit = FIRST_PAUSE_MICROS << Math.min(attempt, DOUBLINGS);
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(limit));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while waiting to try a transaction again", interrupted);
        }
    }

    private static StorageUnavailable unavailable(RuntimeException failure) {
        return new StorageUnavailable("The database did not do what it was asked: " + failure.getMessage(), failure);
    }
}
