package org.hirundo.application.stream;

import java.util.concurrent.locks.LockSupport;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DurableChange;
import org.jspecify.annotations.Nullable;

/** A change on its way to the store. */
public final class Pending {

    private final DurableChange change;
    private final Thread owner = Thread.currentThread();
    private volatile @Nullable CommitOutcome outcome;
    private volatile @Nullable RuntimeException failure;

    Pending(DurableChange change) {
        this.change = change;
    }

    DurableChange change() {
        return change;
    }

    /**
     * Waits until the store has answered; only the thread that submitted the change may. An interrupt does not end the wait,
     * because the change cannot be taken back; the thread stays interrupted.
     *
     * @throws StorageUnavailable when the change is not known to be durable
     */
    public CommitOutcome await() {
        var interrupted = false;
        try {
            while (true) {
                var failed = failure;
                if (failed != null) {
                    throw new StorageUnavailable("The change could not be committed", failed);
                }
                var answered = outcome;
                if (answered != null) {
                    return answered;
                }
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void complete(CommitOutcome answered) {
        outcome = answered;
        LockSupport.unpark(owner);
    }

    void fail(RuntimeException cause) {
        failure = cause;
        LockSupport.unpark(owner);
    }
}
