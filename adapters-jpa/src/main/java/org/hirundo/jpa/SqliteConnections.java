package org.hirundo.jpa;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hirundo.application.port.StorageUnavailable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * How SQLite is used: with a write-ahead log that is flushed to the disk before a commit returns. Nothing that was
 * acknowledged is lost in a power cut, as far as the disk keeps its word.
 */
final class SqliteConnections {

    private static final String FILE = "hirundo.sqlite";
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int CACHE_KIBIBYTES = 8192;
    private static final int JOURNAL_SIZE_LIMIT = 64 << 20;

    /** What durability rests on, as SQLite tells it when asked. 2 is FULL. */
    private static final Map<String, String> DURABLE = Map.of("journal_mode", "wal", "synchronous", "2");

    private SqliteConnections() {}

    static HikariConfig writer(Path folder) {
        var settings = settings();
        // Takes the lock of the writer when the transaction begins: one that reads first could not get it later.
        settings.setTransactionMode(TransactionMode.IMMEDIATE);
        return pool(folder, settings);
    }

    static HikariConfig reader(Path folder) {
        var pool = pool(folder, settings());
        pool.setConnectionInitSql("pragma query_only = on");
        return pool;
    }

    private static HikariConfig pool(Path folder, SQLiteConfig settings) {
        var source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + folder.resolve(FILE));
        var pool = new HikariConfig();
        pool.setDataSource(source);
        return pool;
    }

    private static SQLiteConfig settings() {
        var settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        settings.enforceForeignKeys(true);
        settings.setCacheSize(-CACHE_KIBIBYTES);
        settings.setJournalSizeLimit(JOURNAL_SIZE_LIMIT);
        settings.setTempStore(TempStore.MEMORY);
        return settings;
    }

    /**
     * Asks SQLite whether it does what durability rests on; it ignores settings that it does not know.
     *
     * @throws StorageUnavailable when it does not
     */
    static void checkDurable(DataSource source) {
        var found = new TreeMap<String, String>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var name : DURABLE.keySet()) {
                try (var row = statement.executeQuery("pragma " + name)) {
                    found.put(name, row.getString(1).toLowerCase(Locale.ROOT));
                }
            }
        } catch (SQLException failure) {
            throw new StorageUnavailable("The database cannot be opened: " + failure.getMessage(), failure);
        }
        if (!found.equals(DURABLE)) {
            throw new StorageUnavailable(
                    "The database would not be durable in this folder: SQLite works with " + found + " instead of "
                            + new TreeMap<>(DURABLE) + ". Network file systems cannot be used.",
                    new IllegalStateException("Not durable"));
        }
    }
}
