package org.hirundo.application.cache;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes all caches together may hold. When they hold more, the one that holds the most forgets first: so memory
 * goes where it is used, and no cache needs a size of its own.
 */
public final class MemoryBudget {

    private final long maxBytes;
    private final AtomicLong used = new AtomicLong();
    private final List<Holder> holders = new CopyOnWriteArrayList<>();

    /** A budget of so many bytes. */
    public MemoryBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The bytes that the caches may hold. */
    public long maxBytes() {
        return maxBytes;
    }

    /** The bytes that the caches hold, by their own estimates. */
    public long used() {
        return used.get();
    }

    void join(Holder holder) {
        holders.add(holder);
    }

    /** Books bytes, and makes the caches forget while there are too many. No lock of a cache may be held. */
    void book(long bytes) {
        if (used.addAndGet(bytes) > maxBytes && bytes > 0) {
            var largest = holders.stream().max(Comparator.comparingLong(Holder::bytes));
            long tooMany = used.get() - maxBytes;
            largest.ifPresent(holder -> used.addAndGet(-holder.forget(tooMany)));
        }
    }

    /** A cache that spends the budget. */
    interface Holder {

        /** How many bytes it holds. */
        long bytes();

        /**
         * Forgets what was used longest ago.
         *
         * @return how many bytes were let go: at least as many as asked for, unless there are no more
         */
        long forget(long bytes);
    }
}
