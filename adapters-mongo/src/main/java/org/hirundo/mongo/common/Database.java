package org.hirundo.mongo.common;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.StorageUnavailable;

/**
 * The database as the stores see it: collections, transactions, and failures as the ports name them.
 *
 * <p>What is written is acknowledged once a majority of the replica set has it in its journal, and what is read is what a
 * majority has: nothing that was told to anyone is ever rolled back. Both are set on the client.
 */
public final class Database {

    /** For how long a transaction is tried again when it collides with others. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long FIRST_PAUSE_MICROS = 500;
    private static final int DOUBLINGS = 6;

    private static final TransactionOptions SNAPSHOT =
            TransactionOptions.builder().readConcern(ReadConcern.SNAPSHOT).build();

    private final MongoClient client;
    private final MongoDatabase database;

    /** The database of this name. */
    public Database(MongoClient client, String name) {
        this.client = client;
        this.database = client.getDatabase(name);
    }

    /** The collection of this name. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /** Makes the collection unless it is there. */
    public void createCollection(String name) {
        run(() -> {
            try {
                database.createCollection(name);
            } catch (MongoCommandException failure) {
                if (failure.getCode() != Failures.NAMESPACE_EXISTS) {
                    throw failure;
                }
            }
        });
    }

    /**
     * Does work with the driver outside of any transaction; single writes and reads are tried once more by the driver when
     * the primary changes.
     *
     * @throws StorageUnavailable when the driver fails
     */
    public <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException | BSONException failure) {
            throw unavailable(failure);
        }
    }

    /** Like {@link #call}, for work without an answer. */
    public void run(Runnable work) {
        try {
            work.run();
        } catch (MongoException | BSONException failure) {
            throw unavailable(failure);
        }
    }

    /** What the server answers to a command. */
    public Document command(Document command) {
        return call(() -> database.runCommand(command));
    }

    /** The documents that the pipeline makes of a given list of questions, one command for any number of them. */
    public List<Document> ask(List<Document> questions, List<Document> pipeline) {
        return call(() -> database.aggregate(asking(questions, pipeline)).into(new ArrayList<>()));
    }

    /** Like {@link #ask(List, List)}, within a transaction. */
    public List<Document> ask(ClientSession session, List<Document> questions, List<Document> pipeline) {
        return database.aggregate(session, asking(questions, pipeline)).into(new ArrayList<>());
    }

    private static List<Bson> asking(List<Document> questions, List<Document> pipeline) {
        var stages = new ArrayList<Bson>(pipeline.size() + 1);
        stages.add(new Document("$documents", questions));
        stages.addAll(pipeline);
        return stages;
    }

    /** Inserts the document; false, and nothing is changed, when its id is taken. */
    public boolean insertIfAbsent(MongoCollection<Document> collection, Document document) {
        return call(() -> {
            try {
                collection.insertOne(document);
                return true;
            } catch (MongoWriteException failure) {
                if (Failures.isDuplicateKey(failure)) {
                    return false;
                }
                throw failure;
            }
        });
    }

    /**
     * Does work in a transaction on a snapshot of the database, and again from the start when it collides with another
     * one. The work may abort the transaction itself; its answer is given all the same.
     *
     * @throws StorageUnavailable when the driver fails, or collisions do not end
     */
    public <T> T transaction(Function<ClientSession, T> work) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var session = client.startSession()) {
            for (int attempt = 0; ; attempt++) {
                try {
                    return attempt(session, work, deadline);
                } catch (MongoException collision) {
                    if (!mayEnd(collision) || System.nanoTime() > deadline) {
                        throw collision;
                    }
                }
                pause(attempt);
            }
        } catch (MongoException | BSONException failure) {
            throw unavailable(failure);
        }
    }

    /** Whether another attempt may go better. The driver has already waited long enough for a server that is not there. */
    private static boolean mayEnd(MongoException collision) {
        return collision.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                && !(collision instanceof MongoTimeoutException);
    }

    private static <T> T attempt(ClientSession session, Function<ClientSession, T> work, long deadline) {
        session.startTransaction(SNAPSHOT);
        try {
            T answer = work.apply(session);
            if (session.hasActiveTransaction()) {
                commit(session, deadline);
            }
            return answer;
        } finally {
            if (session.hasActiveTransaction()) {
                session.abortTransaction();
            }
        }
    }

    /** Commits, and asks again while it is not known whether the commit took place: a commit may be repeated. */
    private static void commit(ClientSession session, long deadline) {
        while (true) {
            try {
                session.commitTransaction();
                return;
            } catch (MongoException failure) {
                if (!failure.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                        || failure instanceof MongoTimeoutException
                        || System.nanoTime() > deadline) {
                    throw failure;
                }
            }
        }
    }

    /** Waits for a random time that grows with the attempts, so that those who collided do not meet again. */
    private static void pause(int attempt) {
        long limit = FIRST_PAUSE_MICROS << Math.min(attempt, DOUBLINGS);
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(limit));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while waiting to try a transaction again", interrupted);
        }
    }

    private static StorageUnavailable unavailable(RuntimeException failure) {
        return new StorageUnavailable("MongoDB did not do what it was asked: " + failure.getMessage(), failure);
    }
}
