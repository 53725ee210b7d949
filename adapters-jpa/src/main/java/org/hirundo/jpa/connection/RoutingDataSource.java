package org.hirundo.jpa.connection;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** One data source of two: the writer's within {@link #writing}, the readers' elsewhere. */
final class RoutingDataSource implements DataSource {

    private static final ScopedValue<Boolean> WRITING = ScopedValue.newInstance();

    private final DataSource writer;
    private final DataSource readers;

    RoutingDataSource(DataSource writer, DataSource readers) {
        this.writer = writer;
        this.readers = readers;
    }

    <T> T writing(Supplier<T> work) {
        return ScopedValue.where(WRITING, true).call(work::get);
    }

    private DataSource current() {
        return WRITING.isBound() ? writer : readers;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return current().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return current().getConnection(username, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return readers.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        readers.setLogWriter(out);
        writer.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return readers.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        readers.setLoginTimeout(seconds);
        writer.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Two pools have no common logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("No " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
