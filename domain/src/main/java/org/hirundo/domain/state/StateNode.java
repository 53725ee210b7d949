package org.hirundo.domain.state;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of the trie behind {@link StateMap}: the entries whose hash starts with a path of {@code level} steps from the
 * root. A part with more entries than a bucket holds is a branch, any other a bucket, so equal entries have equal shape.
 */
sealed interface StateNode permits StateBranch, StateBucket {

    /** How many entries there are. */
    int size();

    /** The packed event id for the tuple, or null. */
    byte @Nullable [] find(PackedTuple tuple, int level);

    /** This part with the entry; this very part when it has it already. */
    StateNode put(PackedTuple tuple, byte[] event, int level);

    /** This part without the tuple; this very part when it does not have it. */
    StateNode remove(PackedTuple tuple, int level);

    /** Passes on every bucket of this part. */
    void forEachBucket(Consumer<StateBucket> action);
}
