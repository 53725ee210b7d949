package org.hirundo.domain.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A few entries of a {@link StateMap}, packed one after the other in the order of their tuples' bytes. */
final class StateBucket implements StateNode {

    /** How many entries a bucket has at most, unless the hashes of its tuples are the same from end to end. */
    static final int CAPACITY = 32;

    static final StateBucket EMPTY = new StateBucket(new byte[0], 0);

    private final byte[] packed;
    private final int size;

    private StateBucket(byte[] packed, int size) {
        this.packed = packed;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    EntryCursor cursor() {
        return new EntryCursor(packed);
    }

    List<StateMap.Entry> entries() {
        var entries = new ArrayList<StateMap.Entry>(size);
        var cursor = cursor();
        while (cursor.next()) {
            entries.add(new StateMap.Entry(cursor.tuple(), cursor.event()));
        }
        return entries;
    }

    @Override
    public byte @Nullable [] find(PackedTuple tuple, int level) {
        var cursor = cursor();
        while (cursor.next()) {
            if (cursor.isTuple(tuple)) {
                return cursor.packedEvent();
            }
        }
        return null;
    }

    @Override
    public StateNode put(PackedTuple tuple, byte[] event, int level) {
        var changed = with(tuple, event);
        return changed.size > CAPACITY && level < PackedTuple.LEVELS ? StateBranch.of(changed, level) : changed;
    }

    @Override
    public StateNode remove(PackedTuple tuple, int level) {
        var cursor = cursor();
        while (cursor.next()) {
            if (cursor.isTuple(tuple)) {
                return size == 1
                        ? EMPTY
                        : new StateBucket(spliced(cursor.start(), cursor.end(), new byte[0]), size - 1);
            }
        }
        return this;
    }

    /** The entries of both buckets, which have no tuple in common. */
    StateBucket plus(StateBucket other) {
        var sum = this;
        var cursor = other.cursor();
        while (cursor.next()) {
            sum = sum.with(cursor.packedTuple(), cursor.packedEvent());
        }
        return sum;
    }

    private StateBucket with(PackedTuple tuple, byte[] event) {
        var cursor = cursor();
        while (cursor.next()) {
            int order = cursor.compareTuple(tuple);
            if (order == 0) {
                return cursor.isEvent(event)
                        ? this
                        : new StateBucket(spliced(cursor.start(), cursor.end(), EntryCursor.entry(tuple, event)), size);
            }
            if (order > 0) {
                return new StateBucket(
                        spliced(cursor.start(), cursor.start(), EntryCursor.entry(tuple, event)), size + 1);
            }
        }
        return new StateBucket(spliced(packed.length, packed.length, EntryCursor.entry(tuple, event)), size + 1);
    }

    /** The bytes with those between {@code from} and {@code to} replaced. */
    private byte[] spliced(int from, int to, byte[] replacement) {
        var bytes = new byte[packed.length - (to - from) + replacement.length];
        System.arraycopy(packed, 0, bytes, 0, from);
        System.arraycopy(replacement, 0, bytes, from, replacement.length);
        System.arraycopy(packed, to, bytes, from + replacement.length, packed.length - to);
        return bytes;
    }

    @Override
    public void forEachBucket(Consumer<StateBucket> action) {
        if (size > 0) {
            action.accept(this);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof StateBucket that && Arrays.equals(packed, that.packed));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
