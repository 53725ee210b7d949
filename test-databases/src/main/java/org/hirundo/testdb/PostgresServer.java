package org.hirundo.testdb;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL server for all tests of a JVM, started when first asked for and ended with the JVM.
 *
 * <p>The first of these that is there is taken: the server of the environment variable {@code TEST_POSTGRES_URL}, a JDBC
 * URL with user and password in it; a container with PostgreSQL 18, where a container engine runs; a process of PostgreSQL
 * 18, which comes with Maven. The last two do not wait for the disk: contracts do not ask what survives a power cut.
 */
public final class PostgresServer {

    private static final String IMAGE = "postgres:18";
    private static final String SUPERUSER = "postgres";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static @Nullable PostgresServer shared;

    private final TestDatabase main;

    private PostgresServer(TestDatabase main) {
        this.main = main;
    }

    /**
     * The server of this JVM.
     *
     * @throws TestDatabaseUnavailable when there is none and none can be started; the message says what is missing
     */
    public static synchronized PostgresServer shared() {
        var server = shared;
        if (server == null) {
            server = new PostgresServer(findOrStart());
            shared = server;
        }
        return server;
    }

    /** An empty schema that no test used before, also not in another JVM that uses the same server. */
    public TestDatabase newDatabase() {
        var schema = "hirundo_" + ProcessHandle.current().pid() + "_" + Long.toString(System.nanoTime(), 36) + "_"
                + SCHEMAS.incrementAndGet();
        try (var connection = DriverManager.getConnection(main.url(), main.user(), main.password());
                var statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException failure) {
            throw new TestDatabaseUnavailable("PostgreSQL at " + main.url() + " makes no schema", failure);
        }
        var separator = main.url().contains("?") ? "&" : "?";
        return new TestDatabase(main.url() + separator + "currentSchema=" + schema, main.user(), main.password());
    }

    private static TestDatabase findOrStart() {
        var given = System.getenv("TEST_POSTGRES_URL");
        if (given != null && !given.isBlank()) {
            return new TestDatabase(given, "", "");
        }
        return ContainerEngine.answers() ? startContainer() : startProcess();
    }

    private static TestDatabase startContainer() {
        // Testcontainers removes the container when this JVM is gone.
        @SuppressWarnings("resource")
        var container = new PostgreSQLContainer(IMAGE);
        container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static TestDatabase startProcess() {
        try {
            // It registers a hook of its own that ends the process with this JVM and removes the folder.
            @SuppressWarnings("resource")
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(Scratch.newFolder("hirundo-postgres"))
                    .setCleanDataDirectory(true)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .start();
            return new TestDatabase("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", SUPERUSER, "");
        } catch (IOException | IllegalStateException failure) {
            throw new TestDatabaseUnavailable(
                    "Tests with PostgreSQL need one of these: a server named by TEST_POSTGRES_URL, a container engine, or"
                            + " an x86-64 machine on which the PostgreSQL of Maven starts",
                    failure);
        }
    }
}
