package org.hirundo.testdb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/**
 * A MongoDB server process that a test owns: it may be killed and started again on the same data.
 *
 * <p>The process ends with this JVM, even when the JVM is killed: a shell stands between the two, which ends the server
 * when the pipe from the JVM closes.
 */
public final class Mongod implements AutoCloseable {

    private static final String REPLICA_SET = "rs0";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    /** Starts the server, tells its process id, and ends it when standard input ends; then tidies up, if told to. */
    private static final String SUPERVISOR = """
            "$@" </dev/null >"$LOG" 2>&1 & echo $!
            read _
            kill -KILL $! 2>/dev/null
            wait
            test -z "$REMOVE" || rm -rf "$REMOVE"
            """;

    private final Process supervisor;
    private final ProcessHandle server;
    private final int port;
    private final boolean replicaSet;
    private final Path log;

    private Mongod(Process supervisor, ProcessHandle server, int port, boolean replicaSet, Path log) {
        this.supervisor = supervisor;
        this.server = server;
        this.port = port;
        this.replicaSet = replicaSet;
        this.log = log;
    }

    /** Whether a server process can be started on machines like this one. */
    public static boolean isAvailable() {
        return MongodBinary.fitsThisMachine();
    }

    /**
     * Starts a replica set of one member and waits until it takes writes.
     *
     * @param data the folder of its files, kept when the server ends; one that is there already is used again, if the
     *     port is the same as before
     */
    public static Mongod replicaSet(Path data, int port) {
        return start(data, port, true, false).awaitPrimary();
    }

    /** Starts a replica set of one member whose folder is removed when the server ends, however that comes. */
    static Mongod passingReplicaSet(Path data) {
        return start(data, freePort(), true, true).awaitPrimary();
    }

    /** Starts a server that belongs to no replica set. */
    public static Mongod standAlone(Path data, int port) {
        return start(data, port, false, false).awaitAnswer();
    }

    /** A port of the loopback interface that nobody listens on at this moment. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new TestDatabaseUnavailable("No port of the loopback interface is free", failure);
        }
    }

    /** The connection string. */
    public String uri() {
        return replicaSet
                ? "mongodb://127.0.0.1:" + port + "/?replicaSet=" + REPLICA_SET
                : "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    /** Ends the server as a crash would, with SIGKILL, and waits until it is gone. */
    public void kill() {
        server.destroyForcibly();
        close();
    }

    /** Ends the server and waits until it is gone. Nothing that it acknowledged is lost: it keeps a journal. */
    @Override
    public void close() {
        try {
            supervisor.getOutputStream().close();
            supervisor.waitFor();
        } catch (IOException failure) {
            throw new IllegalStateException("The pipe to the supervisor cannot be closed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Mongod start(Path data, int port, boolean replicaSet, boolean passing) {
        var program = MongodBinary.get();
        var log = data.resolve("mongod.log");
        try {
            Files.createDirectories(data);
            var command = new ProcessBuilder("sh", "-c", SUPERVISOR, "supervisor", program.toString());
            command.command().addAll(options(data, port, replicaSet));
            command.environment().put("LOG", log.toString());
            command.environment().put("REMOVE", passing ? data.toString() : "");
            command.redirectError(ProcessBuilder.Redirect.DISCARD);
            var supervisor = command.start();
            var answer = new BufferedReader(
                            new InputStreamReader(supervisor.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            var server = ProcessHandle.of(Long.parseLong(answer));
            if (server.isEmpty()) {
                throw new TestDatabaseUnavailable("mongod ended at once:\n" + Files.readString(log), null);
            }
            return new Mongod(supervisor, server.get(), port, replicaSet, log);
        } catch (IOException failure) {
            throw new TestDatabaseUnavailable("mongod could not be started", failure);
        }
    }

    private static List<String> options(Path data, int port, boolean replicaSet) {
        var options = new ArrayList<>(List.of(
                "--bind_ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--nounixsocket",
                "--dbpath",
                data.toString(),
                "--wiredTigerCacheSizeGB",
                "0.25",
                "--setParameter",
                "ttlMonitorSleepSecs=1",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false"));
        if (replicaSet) {
            options.addAll(List.of("--replSet", REPLICA_SET, "--oplogSize", "64"));
        }
        return options;
    }

    private Mongod awaitAnswer() {
        await(this::listens);
        return this;
    }

    private Mongod awaitPrimary() {
        awaitAnswer();
        try (var client = directClient()) {
            var admin = client.getDatabase("admin");
            if (!hello(admin).containsKey("setName")) {
                var member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
                admin.runCommand(new Document(
                        "replSetInitiate", new Document("_id", REPLICA_SET).append("members", List.of(member))));
            }
            await(() -> hello(admin).getBoolean("isWritablePrimary", false));
        }
        return this;
    }

    private static Document hello(MongoDatabase admin) {
        return admin.runCommand(new Document("hello", 1));
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private MongoClient directClient() {
        return MongoClients.create(
                "mongodb://127.0.0.1:" + port + "/?directConnection=true&serverSelectionTimeoutMS=10000");
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                var log = log();
                close();
                throw new TestDatabaseUnavailable("mongod did not come up on port " + port + ":\n" + log, null);
            }
            pause();
        }
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            return "no log: " + failure;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TestDatabaseUnavailable("Interrupted while mongod started", interrupted);
        }
    }
}
