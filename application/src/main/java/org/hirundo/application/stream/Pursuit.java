package org.hirundo.application.stream;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.stream.FollowerStore;
import org.hirundo.application.port.stream.StreamPosition;

/** One follower on its way along the stream. */
final class Pursuit {

    private static final System.Logger LOG = System.getLogger(Pursuit.class.getName());

    /** Events that a follower gets at once. */
    private static final int BATCH = 200;

    /** How often the place is noted while the follower is busy: a crash makes it see again what came since. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int DOUBLINGS = 7;

    private final Follower follower;
    private final Stream stream;
    private final EventStore events;
    private final FollowerStore cursors;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition hurried = lock.newCondition();

    // Guarded by the lock.
    private StreamPosition followed = StreamPosition.START;
    private int waiting;
    private boolean stopping;

    // The thread's alone.
    private boolean behind = true;
    private StreamPosition noted = StreamPosition.START;
    private long notedAt = System.nanoTime();

    private Pursuit(Follower follower, Stream stream, EventStore events, FollowerStore cursors) {
        this.follower = follower;
        this.stream = stream;
        this.events = events;
        this.cursors = cursors;
        this.thread = Thread.ofVirtual().name("follower " + follower.name()).unstarted(this::run);
    }

    static Pursuit start(Follower follower, Stream stream, EventStore events, FollowerStore cursors) {
        var pursuit = new Pursuit(follower, stream, events, cursors);
        // Read and noted here: what is committed from now on is followed by one that starts with the next event, come
        // what may.
        pursuit.followed = cursors.cursor(follower.name()).orElseGet(() -> {
            var first = follower.fromTheBeginning() ? StreamPosition.START : stream.position();
            cursors.move(follower.name(), first);
            return first;
        });
        pursuit.noted = pursuit.followed;
        pursuit.thread.start();
        return pursuit;
    }

    void wake() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopping = true;
            moved.signalAll();
            hurried.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the follower has come this far. */
    boolean caughtUp(StreamPosition position, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            waiting++;
            hurried.signalAll();
            while (position.isAfter(followed) && left > 0 && !stopping) {
                left = moved.awaitNanos(left);
            }
            return !position.isAfter(followed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private void run() {
        int failures = 0;
        while (await(failures == 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS)))) {
            try {
                step();
                failures = 0;
            } catch (RuntimeException e) {
                failures++;
                LOG.log(
                        System.Logger.Level.ERROR,
                        () -> "The follower " + follower.name() + " could not go on; it tries again",
                        e);
            }
        }
        note();
    }

    /**
     * Waits until there is something to do: to follow, or to note the place that was reached.
     *
     * @param pause to wait in any case
     * @return false when the server stops
     */
    private boolean await(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (left > 0 && !stopping) {
                left = moved.awaitNanos(left);
            }
            while (!stopping && !stream.position().isAfter(followed)) {
                if (!followed.isAfter(noted)) {
                    moved.await();
                } else if (moved.awaitNanos(NOTED_EVERY.toNanos()) <= 0) {
                    return true;
                }
            }
            gather();
            return !stopping;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Lets more events come, unless somebody waits or there are more than enough. */
    private void gather() throws InterruptedException {
        long left = behind ? 0 : follower.pace().toNanos();
        while (left > 0 && waiting == 0 && !stopping) {
            left = hurried.awaitNanos(left);
        }
    }

    private void step() {
        var upTo = stream.position();
        if (upTo.isAfter(followed)) {
            var batch = events.inStreamOrder(followed, upTo, BATCH);
            if (!batch.isEmpty()) {
                follower.follow(batch);
            }
            behind = batch.size() == BATCH;
            reached(behind ? batch.getLast().position() : upTo);
            if (System.nanoTime() - notedAt > NOTED_EVERY.toNanos()) {
                note();
            }
        } else {
            note();
        }
    }

    private void reached(StreamPosition position) {
        lock.lock();
        try {
            followed = position;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void note() {
        notedAt = System.nanoTime();
        if (!followed.isAfter(noted)) {
            return;
        }
        try {
            cursors.move(follower.name(), followed);
            noted = followed;
        } catch (StorageUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, () -> "The place of " + follower.name() + " could not be noted", e);
        }
    }
}
