package org.hirundo.testdb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** A MongoDB server process that a test owns: it may be killed and started again on the same data. */
public final class Mongod implements AutoCloseable {

    private static final String REPLICA_SET = "rs0";

    private final SupervisedProcess server;
    private final int port;
    private final boolean replicaSet;

    private Mongod(SupervisedProcess server, int port, boolean replicaSet) {
        this.server = server;
        this.port = port;
        this.replicaSet = replicaSet;
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
        server.kill();
    }

    /** Ends the server and waits until it is gone. Nothing that it acknowledged is lost: it keeps a journal. */
    @Override
    public void close() {
        server.close();
    }

    private static Mongod start(Path data, int port, boolean replicaSet, boolean passing) {
        var command = new ArrayList<String>();
        command.add(MongodBinary.get().toString());
        command.addAll(options(data, port, replicaSet));
        try {
            Files.createDirectories(data);
        } catch (IOException failure) {
            throw new TestDatabaseUnavailable("There is no folder for the files of mongod", failure);
        }
        var server = SupervisedProcess.start(
                command, Map.of(), data.resolve("mongod.log"), passing ? Optional.of(data) : Optional.empty());
        return new Mongod(server, port, replicaSet);
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
        server.await(this::listens);
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
            server.await(() -> hello(admin).getBoolean("isWritablePrimary", false));
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
}
