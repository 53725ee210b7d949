package org.hirundo.contract.story;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.StreamStore;

/** The stream of a real storage whose connection breaks when the story says so. */
final class FlakyStream implements StreamStore {

    private final StreamStore stream;
    private final AtomicReference<Trouble> next = new AtomicReference<>(Trouble.NONE);

    /** What happens to a commit. */
    enum Trouble {
        /** It goes well. */
        NONE,
        /** The connection breaks before anything is committed. */
        NOT_COMMITTED,
        /** The connection breaks after the commit, so that nobody hears of it. */
        ANSWER_LOST
    }

    FlakyStream(StreamStore stream) {
        this.stream = stream;
    }

    /** The next commit has this trouble. */
    void trouble(Trouble trouble) {
        next.set(trouble);
    }

    @Override
    public StreamPosition position() {
        return stream.position();
    }

    @Override
    public List<CommitOutcome> commit(List<DurableChange> changes) {
        var trouble = next.getAndSet(Trouble.NONE);
        if (trouble == Trouble.NOT_COMMITTED) {
            throw broken();
        }
        var outcomes = stream.commit(changes);
        if (trouble == Trouble.ANSWER_LOST) {
            throw broken();
        }
        return outcomes;
    }

    private static StorageUnavailable broken() {
        return new StorageUnavailable("The connection broke", new IllegalStateException("as the story wants"));
    }
}
