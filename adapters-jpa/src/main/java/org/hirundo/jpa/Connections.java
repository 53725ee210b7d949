package org.hirundo.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import javax.sql.DataSource;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.jpa.common.RoutingDataSource;

/** The pools of connections to one database. */
final class Connections implements AutoCloseable {

    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final Runnable release;

    private Connections(HikariDataSource writer, HikariDataSource readers, Runnable release) {
        this.writer = writer;
        this.readers = readers;
        this.release = release;
    }

    static Connections open(JpaConfig config) {
        return switch (config) {
            case JpaConfig.Embedded embedded -> embedded(embedded);
            case JpaConfig.Server server -> server(server);
        };
    }

    private static Connections embedded(JpaConfig.Embedded config) {
        var folder = DataFolder.take(config.folder());
        try {
            var writer = pool("writer", SqliteConnections.writer(folder.path()), 1);
            SqliteConnections.checkDurable(writer);
            var readers = pool("readers", SqliteConnections.reader(folder.path()), config.readers());
            return new Connections(writer, readers, folder::release);
        } catch (RuntimeException failure) {
            folder.release();
            throw failure;
        }
    }

    private static Connections server(JpaConfig.Server config) {
        var writer = pool("writers", serverPool(config), config.writers());
        try {
            return new Connections(writer, pool("readers", serverPool(config), config.readers()), () -> {});
        } catch (RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    private static HikariConfig serverPool(JpaConfig.Server config) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        // What a statement sees was committed before it began; what must not change meanwhile is locked.
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    private static HikariDataSource pool(String name, HikariConfig config, int size) {
        config.setPoolName("hirundo-" + name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException failure) {
            throw new StorageUnavailable("The database cannot be reached: " + failure.getMessage(), failure);
        }
    }

    /** Connections for changing the schema. */
    DataSource writer() {
        return writer;
    }

    /** Connections for reading, and for writing where that was announced. */
    DataSource routed() {
        return new RoutingDataSource(writer, readers);
    }

    /** The connections in use are waited for. */
    @Override
    public void close() {
        readers.close();
        writer.close();
        release.run();
    }
}
