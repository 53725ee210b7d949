package org.hirundo.domain.state;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A part of a {@link StateMap} that is too large for one bucket. */
final class StateBranch implements StateNode {

    private final StateNode[] children;
    private final int size;

    private StateBranch(StateNode[] children, int size) {
        this.children = children;
        this.size = size;
    }

    /** The entries of a bucket, spread over children whatever their number. */
    static StateBranch of(StateBucket bucket, int level) {
        var children = new StateNode[PackedTuple.SLOTS];
        Arrays.fill(children, StateBucket.EMPTY);
        var cursor = bucket.cursor();
        while (cursor.next()) {
            var tuple = cursor.packedTuple();
            int slot = tuple.slot(level);
            children[slot] = children[slot].put(tuple, cursor.packedEvent(), level + 1);
        }
        return new StateBranch(children, bucket.size());
    }

    StateNode child(int slot) {
        return children[slot];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public byte @Nullable [] find(PackedTuple tuple, int level) {
        return children[tuple.slot(level)].find(tuple, level + 1);
    }

    @Override
    public StateNode put(PackedTuple tuple, byte[] event, int level) {
        int slot = tuple.slot(level);
        return withChild(slot, children[slot].put(tuple, event, level + 1));
    }

    @Override
    public StateNode remove(PackedTuple tuple, int level) {
        int slot = tuple.slot(level);
        var changed = withChild(slot, children[slot].remove(tuple, level + 1));
        return changed.size <= StateBucket.CAPACITY ? changed.gathered() : changed;
    }

    private StateBranch withChild(int slot, StateNode child) {
        if (child == children[slot]) {
            return this;
        }
        var changed = children.clone();
        changed[slot] = child;
        return new StateBranch(changed, size - children[slot].size() + child.size());
    }

    private StateBucket gathered() {
        var bucket = new StateBucket[] {StateBucket.EMPTY};
        forEachBucket(part -> bucket[0] = bucket[0].plus(part));
        return bucket[0];
    }

    @Override
    public void forEachBucket(Consumer<StateBucket> action) {
        for (var child : children) {
            child.forEachBucket(action);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof StateBranch that && size == that.size && Arrays.equals(children, that.children));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(children);
    }
}
