package org.hirundo.application.cache;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import java.util.function.UnaryOperator;

/**
 * A map that forgets what was used longest ago when the {@linkplain MemoryBudget budget} is spent. Safe for concurrent use.
 *
 * <p>It is cut into segments by the key's hash, each with its own lock, so that readers of different keys seldom meet.
 */
public final class ByteBoundedCache<K, V> implements MemoryBudget.Holder {

    private static final int SEGMENTS = 16;

    private final MemoryBudget budget;
    private final Segment<K, V>[] segments;

    /**
     * An empty cache.
     *
     * @param weigher roughly how many bytes an entry takes; the same for the same entry every time
     */
    public ByteBoundedCache(MemoryBudget budget, ToLongBiFunction<? super K, ? super V> weigher) {
        this(budget, weigher, () -> {});
    }

    /**
     * An empty cache that tells when it forgets something for want of memory.
     *
     * @param forgetting called in the middle of a change, so it must not call the cache
     */
    ByteBoundedCache(MemoryBudget budget, ToLongBiFunction<? super K, ? super V> weigher, Runnable forgetting) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
        Segment<K, V>[] made = new Segment[SEGMENTS];
        for (int i = 0; i < SEGMENTS; i++) {
            made[i] = new Segment<>(weigher, forgetting);
        }
        segments = made;
        this.budget = budget;
        budget.join(this);
    }

    /** What is remembered for the key. */
    public Optional<V> get(K key) {
        return segment(key).get(key);
    }

    /** Remembers the value, in place of an earlier one. */
    public void put(K key, V value) {
        budget.book(segment(key).put(key, value));
    }

    /** Changes what is remembered for the key, if anything is. */
    public void update(K key, UnaryOperator<V> change) {
        budget.book(segment(key).update(key, change));
    }

    /** Forgets the key. */
    public void remove(K key) {
        budget.book(segment(key).remove(key));
    }

    @Override
    public long bytes() {
        long sum = 0;
        for (var segment : segments) {
            sum += segment.bytes;
        }
        return sum;
    }

    @Override
    public long forget(long bytes) {
        long forgotten = 0;
        // Each segment gives its share; what one is short of, the next ones give.
        for (int i = 0; i < SEGMENTS && forgotten < bytes; i++) {
            forgotten += segments[i].forget((bytes - forgotten) / (SEGMENTS - i) + 1);
        }
        return forgotten;
    }

    private Segment<K, V> segment(K key) {
        int hash = key.hashCode();
        return segments[(hash ^ (hash >>> 16)) & (SEGMENTS - 1)];
    }

    private static final class Segment<K, V> {

        private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
        private final ToLongBiFunction<? super K, ? super V> weigher;
        private final Runnable forgetting;
        private volatile long bytes;

        Segment(ToLongBiFunction<? super K, ? super V> weigher, Runnable forgetting) {
            this.weigher = weigher;
            this.forgetting = forgetting;
        }

        synchronized Optional<V> get(K key) {
            return Optional.ofNullable(entries.get(key));
        }

        synchronized long put(K key, V value) {
            long more = weigher.applyAsLong(key, value);
            var before = entries.put(key, value);
            if (before != null) {
                more -= weigher.applyAsLong(key, before);
            }
            return grown(more);
        }

        synchronized long update(K key, UnaryOperator<V> change) {
            var before = entries.get(key);
            return before == null ? 0 : put(key, change.apply(before));
        }

        synchronized long remove(K key) {
            var removed = entries.remove(key);
            return removed == null ? 0 : grown(-weigher.applyAsLong(key, removed));
        }

        synchronized long forget(long wanted) {
            long forgotten = 0;
            var oldest = entries.entrySet().iterator();
            while (forgotten < wanted && oldest.hasNext()) {
                var entry = oldest.next();
                forgotten += weigher.applyAsLong(entry.getKey(), entry.getValue());
                oldest.remove();
                forgetting.run();
            }
            grown(-forgotten);
            return forgotten;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // written under the segment's lock, read without it
        private long grown(long more) {
            bytes += more;
            return more;
        }
    }
}
