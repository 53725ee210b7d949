package org.hirundo.application.lock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hirundo.domain.id.UserId;

/**
 * Makes changes of one user that read first and then write come one after the other. Users share a fixed number of locks, so
 * now and then one waits for another.
 */
@Singleton
public final class UserLocks {

    private static final int LOCKS = 256;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /** Nobody holds a lock. */
    @Inject
    public UserLocks() {}

    /** Does the work while nobody else does any for this user. The work must not ask for the lock of another user. */
    public <T> T with(UserId user, Supplier<T> work) {
        var lock = locks[Math.floorMod(user.hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does the work while nobody else does any for this user, see {@link #with(UserId, Supplier)}. */
    public void with(UserId user, Runnable work) {
        with(user, () -> {
            work.run();
            return user;
        });
    }
}
