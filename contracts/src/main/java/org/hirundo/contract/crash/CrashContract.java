package org.hirundo.contract.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.hirundo.application.port.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server and its database are killed while users write, again and again on the same data. What was acknowledged is there
 * afterwards, and whatever else is there is whole.
 *
 * <p>The moments are random; the seed is told, and taken from the system property {@code crash.seed} when it is set.
 */
public abstract class CrashContract {

    private static final System.Logger LOG = System.getLogger(CrashContract.class.getName());
    private static final int KILLS = Integer.getInteger("crash.kills", 10);
    private static final int MOST_ACKNOWLEDGEMENTS = 250;
    private static final int MOST_MICROS = 20_000;

    /** Where the files of this test belong; empty in the beginning, removed in the end. */
    @TempDir
    protected Path folder;

    /** How the storage is opened, with {@link #arguments}, here and in the process that is killed. */
    protected abstract Class<? extends StorageOpening> opening();

    /**
     * Where the storage is.
     *
     * @param round counts how often the storage is opened, for adapters that can be opened in more than one way
     */
    protected abstract List<String> arguments(int round);

    /** Starts the database server, if there is one; what it acknowledged before it was killed must be there. */
    protected abstract void startDatabase() throws Exception;

    /** Kills every process of the database server with SIGKILL, if there is one. */
    protected abstract void killDatabase() throws Exception;

    /** Lets the database check itself: that indexes hold what tables hold, and files are whole. */
    protected abstract void checkIntegrity() throws Exception;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_half_there() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        LOG.log(System.Logger.Level.INFO, "crash.seed={0}", Long.toString(seed));
        var chance = new Random(seed);
        var audit = new StorageAudit();
        startDatabase();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                audit.add(writeUntilKilled(kill, chance));
                startDatabase();
                checkIntegrity();
                try (var storage = open(kill + 1)) {
                    audit.check(storage, chance);
                }
            }
        } catch (AssertionError failure) {
            throw new AssertionError("With crash.seed=" + seed, failure);
        } finally {
            killDatabase();
        }
    }

    private List<Acknowledgement> writeUntilKilled(int kill, Random chance) throws Exception {
        var server = DoomedProcess.start(
                opening(), chance.nextLong(), arguments(kill), folder.resolve("server" + kill + ".log"));
        try {
            var told = new ArrayList<>(server.await(chance.nextInt(MOST_ACKNOWLEDGEMENTS)));
            LockSupport.parkNanos(chance.nextInt(MOST_MICROS) * 1000L);
            // Now and then the server lives long enough to see that its database is gone.
            boolean databaseFirst = chance.nextBoolean();
            if (!databaseFirst) {
                server.kill();
            }
            killDatabase();
            server.kill();
            told.addAll(server.rest());
            return told;
        } finally {
            server.kill();
        }
    }

    private Storage open(int round) throws ReflectiveOperationException {
        return opening().getDeclaredConstructor().newInstance().open(arguments(round));
    }
}
