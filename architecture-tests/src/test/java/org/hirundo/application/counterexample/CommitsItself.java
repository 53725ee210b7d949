package org.hirundo.application.counterexample;

import java.util.List;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamStore;

/** Does not wait for the committer. */
public final class CommitsItself {

    List<CommitOutcome> commit(StreamStore stream, DurableChange change) {
        return stream.commit(List.of(change));
    }
}
