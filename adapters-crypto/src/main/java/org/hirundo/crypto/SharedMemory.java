package org.hirundo.crypto;

import java.lang.ref.WeakReference;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The memory of hashes, which those that come soon after each other use again: 19 MiB of garbage for each would make the heap
 * grow to its limit within seconds. When nobody hashes any more, the collector may have it. Blocks are emptied when a hash is
 * done with them.
 */
final class SharedMemory {

    private final int blocks;
    private WeakReference<BlockPool> pool = new WeakReference<>(null);

    /** Keeps at most so many blocks of 1 KiB. */
    SharedMemory(int blocks) {
        this.blocks = blocks;
    }

    /** The memory, there for as long as it is held. */
    synchronized BlockPool get() {
        var held = pool.get();
        if (held == null) {
            held = new FixedBlockPool(blocks);
            pool = new WeakReference<>(held);
        }
        return held;
    }
}
