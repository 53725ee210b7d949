package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hirundo.application.stream.Waiters;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** Looks for news of a user, and waits for some when there are none. */
@Singleton
final class LongPoll {

    /** No client waits longer; proxies give up long before. */
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(2);

    private final Waiters waiters;

    @Inject
    LongPoll(Waiters waiters) {
        this.waiters = waiters;
    }

    /**
     * What was found first that is worth an answer, or last before the time was over.
     *
     * @param look looks what there is
     * @param enough whether what was found is worth an answer at once
     */
    <T> T find(UserId user, Duration timeout, Supplier<T> look, Predicate<T> enough) {
        return find(() -> waiters.register(user), timeout, look, enough);
    }

    /** The same for news of a room, which need not be one that the user is in. */
    <T> T find(RoomId room, Duration timeout, Supplier<T> look, Predicate<T> enough) {
        return find(() -> waiters.register(room), timeout, look, enough);
    }

    private static <T> T find(
            Supplier<Waiters.Waiter> registration, Duration timeout, Supplier<T> look, Predicate<T> enough) {
        var deadline = System.nanoTime() + cut(timeout).toNanos();
        try (var waiter = registration.get()) {
            while (true) {
                var found = look.get();
                var left = deadline - System.nanoTime();
                if (enough.test(found) || left <= 0) {
                    return found;
                }
                if (!waiter.await(Duration.ofNanos(left))) {
                    return look.get();
                }
            }
        }
    }

    private static Duration cut(Duration timeout) {
        return timeout.compareTo(MAX_TIMEOUT) > 0 ? MAX_TIMEOUT : timeout;
    }
}
