package org.hirundo.jpa.common;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives those who write other connections than those who only read: SQLite has one writer at a time, and one that begins
 * by reading could not begin to write when somebody else has written since.
 */
public final class RoutingDataSource implements DataSource {

    private static final ScopedValue<Boolean> WRITING = ScopedValue.newInstance();

    private final DataSource writer;
    private final DataSource readers;

    /** The sources may be the same. */
    public RoutingDataSource(DataSource writer, DataSource readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Does the work; connections that it asks for are for writing. */
    public static <T> T writing(Supplier<T> work) {
        return ScopedValue.where(WRITING, true).call(work::get);
    }

    private DataSource source() {
        return WRITING.isBound() ? writer : readers;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return source().getConnection(user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return writer.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        writer.setLogWriter(out);
        readers.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        writer.setLoginTimeout(seconds);
        readers.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return writer.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return writer.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        return source().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || source().isWrapperFor(type);
    }
}
