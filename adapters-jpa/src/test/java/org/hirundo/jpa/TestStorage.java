package org.hirundo.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.Storage;
import org.hirundo.contract.story.Traffic;
import org.hirundo.jpa.connection.Provider;
import org.hirundo.testdb.MariaDbServer;
import org.hirundo.testdb.PostgresServer;
import org.hirundo.testdb.TestDatabase;

/** A storage that test classes share; it is emptied before each test. */
final class TestStorage implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final List<String> KEPT = List.of("stream_counter", "flyway_schema_history");

    private final Traffic traffic = new Traffic();
    private final Storage storage;
    private final Connection direct;

    TestStorage(JpaConfig config) {
        storage = JpaStorage.open(config, connections -> CountedStatements.of(connections, traffic));
        try {
            direct = DriverManager.getConnection(patient(config.url()), config.user(), config.password());
        } catch (SQLException failure) {
            throw new IllegalStateException("No connection beside the storage's", failure);
        }
    }

    /**
     * The address for a connection that waits its turn on SQLite: a story may leave work in the background that still writes,
     * and a transaction that read before it writes is refused at once when somebody else wrote in between.
     */
    private static String patient(String url) {
        return url.startsWith("jdbc:sqlite:") ? url + "?transaction_mode=IMMEDIATE&busy_timeout=10000" : url;
    }

    static TestStorage sqlite(Provider provider) {
        try {
            Path file = Files.createTempDirectory("hirundo-jpa").resolve("server.sqlite");
            return new TestStorage(new JpaConfig("jdbc:sqlite:" + file, "", "", provider, CONNECTIONS));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static TestStorage postgres(Provider provider) {
        return server(PostgresServer.shared().newDatabase(), provider);
    }

    static TestStorage mariaDb(Provider provider) {
        return server(MariaDbServer.shared().newDatabase(), provider);
    }

    private static TestStorage server(TestDatabase database, Provider provider) {
        return new TestStorage(
                new JpaConfig(database.url(), database.user(), database.password(), provider, CONNECTIONS));
    }

    Storage storage() {
        return storage;
    }

    /** What the storage sends to its database. */
    Traffic traffic() {
        return traffic;
    }

    void empty() throws SQLException {
        direct.setAutoCommit(false);
        try (var statement = direct.createStatement()) {
            for (var table : tables()) {
                statement.execute("delete from " + table);
            }
            statement.execute("update stream_counter set stream_position = 0");
            direct.commit();
        } finally {
            direct.setAutoCommit(true);
        }
    }

    private List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var found = direct.getMetaData()
                .getTables(direct.getCatalog(), direct.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                var name = found.getString("TABLE_NAME");
                if (!KEPT.contains(name) && !name.startsWith("sqlite_")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    @Override
    public void close() throws SQLException {
        direct.close();
        storage.close();
    }
}
