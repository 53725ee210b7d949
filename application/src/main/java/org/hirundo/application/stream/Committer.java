package org.hirundo.application.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamStore;

/**
 * The one writer of the durable stream on this node: group commit.
 *
 * <p>All changes that wait become one transaction; while it runs, the next group gathers, and an idle server adds no wait.
 * Since there is one writer, commit order is publication order.
 */
@Singleton
public final class Committer implements AutoCloseable {

    /** A group beyond this makes a transaction so long that those behind it wait more than they gain. */
    private static final int MAX_GROUP = 256;

    private static final System.Logger LOG = System.getLogger(Committer.class.getName());

    private final StreamStore store;
    private final Stream stream;
    /** What waits to be committed; an empty one is the end. */
    private final BlockingQueue<Optional<Pending>> waiting = new LinkedBlockingQueue<>();

    private final Thread thread;
    private volatile boolean closed;

    /** Starts the committer's thread. */
    @Inject
    public Committer(StreamStore store, Stream stream) {
        this.store = store;
        this.stream = stream;
        thread = Thread.ofPlatform().daemon().name("committer").start(this::run);
    }

    /**
     * Hands a change over; changes are committed in the order they are submitted in.
     *
     * @throws StorageUnavailable when the server is stopping
     */
    public Pending submit(DurableChange change) {
        if (closed) {
            throw new StorageUnavailable(
                    "The server is stopping", new IllegalStateException("The committer is closed"));
        }
        var pending = new Pending(change);
        waiting.add(Optional.of(pending));
        return pending;
    }

    /**
     * Hands a change over and waits until it is durable.
     *
     * @throws StorageUnavailable when it is not known to be durable
     */
    public CommitOutcome commit(DurableChange change) {
        return submit(change).await();
    }

    /** Commits what was submitted, then ends. */
    @Override
    public void close() {
        closed = true;
        waiting.add(Optional.empty());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var taken = new ArrayList<Optional<Pending>>();
        do {
            taken.clear();
            taken.add(next());
            waiting.drainTo(taken, MAX_GROUP - 1);
            var group = taken.stream().flatMap(Optional::stream).toList();
            if (!group.isEmpty()) {
                commit(group);
            }
        } while (!taken.contains(Optional.<Pending>empty()));
    }

    private Optional<Pending> next() {
        while (true) {
            try {
                return waiting.take();
            } catch (InterruptedException e) {
                LOG.log(System.Logger.Level.WARNING, "The committer was interrupted; it ends only by close()");
            }
        }
    }

    private void commit(List<Pending> group) {
        List<CommitOutcome> outcomes;
        try {
            outcomes = store.commit(group.stream().map(Pending::change).toList());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    () -> "A group of " + group.size() + " changes could not be committed",
                    e);
            group.forEach(pending -> pending.fail(e));
            return;
        }
        var committed = new ArrayList<Committed>(group.size());
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof CommitOutcome.Committed(var first, var last)) {
                committed.add(new Committed(group.get(i).change(), first, last));
            }
        }
        try {
            if (!committed.isEmpty()) {
                stream.publish(List.copyOf(committed));
            }
        } finally {
            for (int i = 0; i < outcomes.size(); i++) {
                group.get(i).complete(outcomes.get(i));
            }
        }
    }
}
