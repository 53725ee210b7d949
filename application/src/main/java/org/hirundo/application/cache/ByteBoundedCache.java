package org.hirundo.application.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * A map that forgets what was used longest ago once it holds too many bytes. Safe for concurrent use.
 *
 * <p>It is cut into segments by the key's hash, each with its own lock and its part of the bytes, so that readers of different
 * keys seldom meet.
 */
public final class ByteBoundedCache<K, V> {

    private static final int SEGMENTS = 16;

    private final Segment<K, V>[] segments;

    /**
     * An empty cache.
     *
     * @param maxBytes what it may hold
     * @param weigher roughly how many bytes a value takes with its key; for a value that {@link #update} changes in
     *     place it is asked again, otherwise it must answer the same every time
     */
    public ByteBoundedCache(long maxBytes, ToLongFunction<? super V> weigher) {
        this(maxBytes, weigher, () -> {});
    }

    /**
     * An empty cache that tells when it forgets something for want of space.
     *
     * @param forgetting called in the middle of a change; it must not call the cache
     */
    ByteBoundedCache(long maxBytes, ToLongFunction<? super V> weigher, Runnable forgetting) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
        Segment<K, V>[] made = new Segment[SEGMENTS];
        for (int i = 0; i < SEGMENTS; i++) {
            made[i] = new Segment<>(maxBytes / SEGMENTS, weigher, forgetting);
        }
        segments = made;
    }

    /** What is remembered for the key. */
    public Optional<V> get(K key) {
        return segment(key).get(key);
    }

    /** Remembers the value, in place of an earlier one. A value too large for its segment is not kept. */
    public void put(K key, V value) {
        segment(key).put(key, value);
    }

    /** Changes what is remembered for the key, if anything is. */
    public void update(K key, UnaryOperator<V> change) {
        segment(key).update(key, change);
    }

    /** Forgets the key. */
    public void remove(K key) {
        segment(key).remove(key);
    }

    /** Forgets everything. */
    public void clear() {
        for (var segment : segments) {
            segment.clear();
        }
    }

    /** How many bytes are held, by the weigher's word. */
    public long bytes() {
        long sum = 0;
        for (var segment : segments) {
            sum += segment.bytes();
        }
        return sum;
    }

    private Segment<K, V> segment(K key) {
        int hash = key.hashCode();
        return segments[(hash ^ (hash >>> 16)) & (SEGMENTS - 1)];
    }

    private static final class Segment<K, V> {

        private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
        private final long maxBytes;
        private final ToLongFunction<? super V> weigher;
        private final Runnable forgetting;
        private long bytes;

        Segment(long maxBytes, ToLongFunction<? super V> weigher, Runnable forgetting) {
            this.maxBytes = maxBytes;
            this.weigher = weigher;
            this.forgetting = forgetting;
        }

        synchronized Optional<V> get(K key) {
            return Optional.ofNullable(entries.get(key));
        }

        synchronized void put(K key, V value) {
            remove(key);
            entries.put(key, value);
            bytes += weigher.applyAsLong(value);
            shrink();
        }

        synchronized void update(K key, UnaryOperator<V> change) {
            var before = entries.get(key);
            if (before != null) {
                bytes -= weigher.applyAsLong(before);
                var after = change.apply(before);
                entries.put(key, after);
                bytes += weigher.applyAsLong(after);
                shrink();
            }
        }

        synchronized void remove(K key) {
            var removed = entries.remove(key);
            if (removed != null) {
                bytes -= weigher.applyAsLong(removed);
            }
        }

        synchronized void clear() {
            entries.clear();
            bytes = 0;
        }

        synchronized long bytes() {
            return bytes;
        }

        private void shrink() {
            var oldest = entries.entrySet().iterator();
            while (bytes > maxBytes && oldest.hasNext()) {
                Map.Entry<K, V> entry = oldest.next();
                bytes -= weigher.applyAsLong(entry.getValue());
                oldest.remove();
                forgetting.run();
            }
        }
    }
}
