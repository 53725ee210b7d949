package org.hirundo.application.stream;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DurableChange;
import org.jspecify.annotations.Nullable;

/** A change on its way to the store. */
public final class Pending {

    private final DurableChange change;
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable CommitOutcome outcome;
    private @Nullable RuntimeException failure;

    Pending(DurableChange change) {
        this.change = change;
    }

    DurableChange change() {
        return change;
    }

    /**
     * Waits until the store has answered. An interrupt does not end the wait, because the change cannot be taken back; the
     * thread stays interrupted.
     *
     * @throws StorageUnavailable when the change is not known to be durable
     */
    public CommitOutcome await() {
        var interrupted = false;
        try {
            while (done.getCount() > 0) {
                try {
                    done.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (outcome != null) {
            return outcome;
        }
        throw new StorageUnavailable("The change could not be committed", Objects.requireNonNull(failure));
    }

    void complete(CommitOutcome answered) {
        outcome = answered;
        done.countDown();
    }

    void fail(RuntimeException cause) {
        failure = cause;
        done.countDown();
    }
}
