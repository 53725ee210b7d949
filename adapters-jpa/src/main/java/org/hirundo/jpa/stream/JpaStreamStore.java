package org.hirundo.jpa.stream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.StreamStore;
import org.hirundo.jpa.common.Database;

/**
 * Commits changes, many in one transaction. The first thing a transaction does is to advance the stream's counter, a table
 * of one row: so others wait for it, commit order is stream order, and what is read afterwards nobody else changes.
 */
public final class JpaStreamStore implements StreamStore {

    static final String COUNTER = "stream_counter";

    private final Database database;

    /** On this database. */
    public JpaStreamStore(Database database) {
        this.database = database;
    }

    @Override
    public StreamPosition position() {
        return new StreamPosition(
                database.read(manager -> ((Number) manager.createNativeQuery("select stream_position from " + COUNTER)
                                .getSingleResult())
                        .longValue()));
    }

    @Override
    public List<CommitOutcome> commit(List<DurableChange> changes) {
        return changes.isEmpty() ? List.of() : commitTrustingFirst(changes);
    }

    /** Repetitions and rooms that moved are rare: the first attempt does not look for them, and fails when it meets one. */
    private List<CommitOutcome> commitTrustingFirst(List<DurableChange> changes) {
        var attempts = new AtomicInteger();
        return database.write(
                transaction -> new GroupCommit(transaction, changes, attempts.getAndIncrement() == 0).run());
    }
}
