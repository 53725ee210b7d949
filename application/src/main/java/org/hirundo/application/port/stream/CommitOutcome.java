package org.hirundo.application.port.stream;

/** What became of one change of a {@link StreamStore#commit}. */
public sealed interface CommitOutcome {

    /** Durable. A change with one position has {@code first} equal to {@code last}. */
    record Committed(StreamPosition first, StreamPosition last) implements CommitOutcome {}

    /** The room moved since the commit was made; nothing of it was written. Reload, recompute, try again. */
    record StaleHead() implements CommitOutcome {}

    /** The client transaction was committed before; nothing was written. {@code answer} is what it was answered then. */
    record Repeated(String answer) implements CommitOutcome {}
}
