package org.hirundo.application.stream;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * The requests that wait for news of a user, or of a room that their user need not be in.
 *
 * <p>A request registers, <em>then</em> looks whether there is news, then parks: so nothing that happens in between is missed.
 */
@Singleton
public final class Waiters {

    /** By user or room. */
    private final ConcurrentHashMap<Object, Set<Waiter>> waiting = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /** Registers the calling thread as one that waits for news of the user. */
    public Waiter register(UserId user) {
        return registered(user);
    }

    /** Registers the calling thread as one that waits for news of the room. */
    public Waiter register(RoomId room) {
        return registered(room);
    }

    private Waiter registered(Object subject) {
        var waiter = new Waiter(subject);
        waiting.compute(subject, (key, waiters) -> {
            var set = waiters == null ? ConcurrentHashMap.<Waiter>newKeySet(1) : waiters;
            set.add(waiter);
            return set;
        });
        return waiter;
    }

    /** Whether anybody waits for news of the user. */
    public boolean isWaiting(UserId user) {
        return waiting.containsKey(user);
    }

    /** How many requests wait. */
    public int size() {
        return waiting.values().stream().mapToInt(Set::size).sum();
    }

    /** Wakes every request that waits for news of the user. */
    public void wake(UserId user) {
        wakeAll(user);
    }

    /** Wakes every request that waits for news of the room. */
    public void wake(RoomId room) {
        wakeAll(room);
    }

    private void wakeAll(Object subject) {
        var waiters = waiting.get(subject);
        if (waiters != null) {
            waiters.forEach(Waiter::wake);
        }
    }

    /** Wakes every request that waits for news of one of the users. */
    public void wake(Collection<UserId> users) {
        if (waiting.size() < users.size()) {
            waiting.keySet().stream().filter(users::contains).forEach(this::wakeAll);
        } else {
            users.forEach(this::wake);
        }
    }

    /** Wakes all, and lets nobody park from now on: the server stops, and every request is to be answered. */
    public void close() {
        closed = true;
        waiting.values().forEach(waiters -> waiters.forEach(Waiter::wake));
    }

    /** A registered request. To be closed by the thread that registered it, which alone may wait. */
    public final class Waiter implements AutoCloseable {

        private final Object subject;
        private final Thread thread = Thread.currentThread();
        private volatile boolean woken;

        private Waiter(Object subject) {
            this.subject = subject;
        }

        /**
         * Waits until it is woken or the time is over; a wake since the last call, or since registration, counts.
         *
         * @return whether it is worth looking again: false when the time is over, the server stops or the thread was
         *     interrupted
         */
        public boolean await(Duration time) {
            var deadline = System.nanoTime() + time.toNanos();
            while (!woken && !closed && !thread.isInterrupted()) {
                var left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
            }
            var wasWoken = woken;
            woken = false;
            return wasWoken && !closed && !thread.isInterrupted();
        }

        private void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }

        @Override
        public void close() {
            waiting.computeIfPresent(subject, (key, waiters) -> {
                waiters.remove(this);
                @Nullable Set<Waiter> left = waiters.isEmpty() ? null : waiters;
                return left;
            });
        }
    }
}
