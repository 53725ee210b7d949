package org.hirundo.testdb;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL 18 that comes with Maven, on files of its own. */
public final class PostgresProcess implements RestartableServer {

    private static final String SUPERUSER = "postgres";

    private final Path data;
    private final Path log;
    private final String program;
    private @Nullable SupervisedProcess server;
    private int port;

    private PostgresProcess(Path data, Path log, String program) {
        this.data = data;
        this.log = log;
        this.program = program;
    }

    /**
     * Makes the files of a new server, which does not run yet.
     *
     * @param folder an empty folder
     */
    public static PostgresProcess in(Path folder) {
        var data = folder.resolve("data");
        try {
            EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start()
                    .close();
            // The server notes how it was started: the program, then the options, each in quotes.
            var program = Files.readString(data.resolve("postmaster.opts")).split(" \"", 2)[0];
            return new PostgresProcess(data, folder.resolve("postgres.log"), program);
        } catch (IOException | IllegalStateException failure) {
            throw new TestDatabaseUnavailable("The PostgreSQL of Maven does not start on this machine", failure);
        }
    }

    @Override
    public void start() {
        port = Mongod.freePort();
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to run as root; this makes it nobody, whom all files of root belong to.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program, "-D", data.toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        server = SupervisedProcess.start(command, log);
        server.await(this::takesConnections);
    }

    private boolean takesConnections() {
        var database = database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public TestDatabase database() {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, "");
    }

    @Override
    public void kill() {
        if (server != null) {
            server.kill();
            server = null;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
