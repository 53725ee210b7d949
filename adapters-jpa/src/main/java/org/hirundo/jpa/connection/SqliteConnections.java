package org.hirundo.jpa.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Connections to an SQLite file: one that writes, and some that read. SQLite has one writer at a time, and a transaction
 * that holds the write lock from its beginning never has to give way. Readers do not wait for the writer (write-ahead log),
 * and a commit is on the disk before it returns.
 */
public final class SqliteConnections implements Connections {

    private static final Map<String, String> SETTINGS = Map.of(
            "journal_mode", "WAL",
            "synchronous", "FULL",
            "busy_timeout", "10000",
            "foreign_keys", "true",
            "cache_size", "-8192",
            "journal_size_limit", "67108864",
            "temp_store", "MEMORY");

    /** What durability rests on, as SQLite tells it: a setting that is misspelt in the URL is ignored without a word. */
    private static final Map<String, String> DURABLE = Map.of("journal_mode", "wal", "synchronous", "2");

    private final DataFolder folder;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final RoutingDataSource routing;

    private SqliteConnections(DataFolder folder, HikariDataSource writer, HikariDataSource readers) {
        this.folder = folder;
        this.writer = writer;
        this.readers = readers;
        this.routing = new RoutingDataSource(writer, readers);
    }

    /**
     * Opens the file, which is made when there is none, with so many connections that read.
     *
     * @throws IllegalStateException when another process has the file's folder open, or a setting was not taken
     */
    public static SqliteConnections open(Path file, int readers) {
        var folder = DataFolder.open(file);
        try {
            var connections = new SqliteConnections(folder, writer(file), readers(file, readers));
            DURABLE.forEach(connections::requireSetting);
            return connections;
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private static HikariDataSource writer(Path file) {
        var config = new HikariConfig();
        config.setPoolName("hirundo-writer");
        config.setJdbcUrl(url(file) + "&transaction_mode=IMMEDIATE");
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        return new HikariDataSource(config);
    }

    private static HikariDataSource readers(Path file, int size) {
        var config = new HikariConfig();
        config.setPoolName("hirundo-readers");
        config.setJdbcUrl(url(file));
        config.setMaximumPoolSize(size);
        config.setMaxLifetime(0);
        config.setConnectionInitSql("PRAGMA query_only=ON");
        return new HikariDataSource(config);
    }

    /** The file with its settings. */
    private static String url(Path file) {
        return SETTINGS.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("&", "jdbc:sqlite:" + file.toAbsolutePath() + "?", ""));
    }

    private void requireSetting(String name, String expected) {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA " + name)) {
            var found = answer.getString(1).toLowerCase(Locale.ROOT);
            if (!found.equals(expected)) {
                throw new IllegalStateException(
                        "SQLite has " + name + "=" + found + " where " + expected + " is needed: is the file local?");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("SQLite does not tell " + name, failure);
        }
    }

    @Override
    public DataSource dataSource() {
        return routing;
    }

    @Override
    public <T> T writing(Supplier<T> work) {
        return routing.writing(work);
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
        folder.close();
    }
}
