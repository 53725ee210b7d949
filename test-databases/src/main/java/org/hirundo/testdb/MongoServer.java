package org.hirundo.testdb;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * One MongoDB replica set for all tests of a JVM, started when first asked for and ended with the JVM.
 *
 * <p>The first of these that is there is taken: the server of the environment variable {@code TEST_MONGO_URI}; a container
 * with MongoDB 8, where a container engine runs; a process of MongoDB 6, fetched with pip. That one keeps its files in
 * memory if the machine has a file system for that: contracts do not ask what survives a power cut.
 */
public final class MongoServer {

    private static final String IMAGE = "mongo:8";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable MongoServer shared;

    private final String uri;

    private MongoServer(String uri) {
        this.uri = uri;
    }

    /**
     * The server of this JVM.
     *
     * @throws TestDatabaseUnavailable when there is none and none can be started; the message says what is missing
     */
    public static synchronized MongoServer shared() {
        var server = shared;
        if (server == null) {
            server = new MongoServer(findOrStart());
            shared = server;
        }
        return server;
    }

    /** The connection string. */
    public String uri() {
        return uri;
    }

    /** The name of a database that no test used before, also not in another JVM that uses the same server. */
    public String newDatabaseName() {
        return "hirundo_" + ProcessHandle.current().pid() + "_" + Long.toString(System.nanoTime(), 36) + "_"
                + DATABASES.incrementAndGet();
    }

    /** The same as a database that belongs to one caller, with its name in the connection string. */
    TestDatabase newDatabase() {
        var hosts = uri.replaceFirst("^(mongodb(?:\\+srv)?://[^/?]*).*", "$1");
        var options = uri.contains("?") ? uri.substring(uri.indexOf('?')) : "";
        return new TestDatabase(hosts + "/" + newDatabaseName() + options, "", "");
    }

    private static String findOrStart() {
        var given = System.getenv("TEST_MONGO_URI");
        if (given != null && !given.isBlank()) {
            return given;
        }
        if (ContainerEngine.answers()) {
            return startContainer();
        }
        if (Mongod.isAvailable()) {
            return startProcess();
        }
        throw new TestDatabaseUnavailable(
                "Tests with MongoDB need one of these: a replica set named by TEST_MONGO_URI, a container engine, or"
                        + " Linux on x86-64 with python3 and pip",
                null);
    }

    private static String startContainer() {
        // Testcontainers removes the container when this JVM is gone.
        @SuppressWarnings("resource")
        var container = new MongoDBContainer(IMAGE).withReplicaSet();
        container.start();
        return container.getReplicaSetUrl();
    }

    private static String startProcess() {
        var mongod = Mongod.passingReplicaSet(Scratch.newFolder("hirundo-mongod"));
        Runtime.getRuntime().addShutdownHook(new Thread(mongod::close));
        return mongod.uri();
    }
}
