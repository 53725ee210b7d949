package org.hirundo.application.stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Positions for what is kept in memory alone, typing and presence. They begin again with each start of the server, which
 * is an epoch: a token of another epoch just sees everything ephemeral again.
 */
@Singleton
public final class EphemeralStream {

    private final String epoch;
    private final AtomicLong last = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Begins a new epoch. */
    @Inject
    public EphemeralStream(RandomGenerator random) {
        epoch = Long.toString(random.nextLong(1L << 40), 36);
    }

    /** The name of this epoch: letters and digits. */
    public String epoch() {
        return epoch;
    }

    /** The last position that was given. */
    public long position() {
        return last.get();
    }

    /**
     * Makes a change and gives it the next position. Changes are made one at a time, so that who sees a position sees
     * every change up to it.
     */
    public synchronized void change(Change change) {
        var next = last.get() + 1;
        change.at(next);
        last.set(next);
        listeners.forEach(Runnable::run);
    }

    /** Adds a listener, which is called after each change and is quick. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** A change that is made at a position. */
    @FunctionalInterface
    public interface Change {

        /** Makes the change; quick. */
        void at(long position);
    }
}
