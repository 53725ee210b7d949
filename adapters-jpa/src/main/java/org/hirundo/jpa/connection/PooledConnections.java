package org.hirundo.jpa.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Connections to a database server: one pool, for on a server readers and writers do not get in each other's way. */
public final class PooledConnections implements Connections {

    private final HikariDataSource pool;

    /** A pool of at most so many connections. */
    public PooledConnections(String url, String user, String password, int size) {
        var config = new HikariConfig();
        config.setPoolName("hirundo");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool = new HikariDataSource(config);
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public <T> T writing(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void close() {
        pool.close();
    }
}
