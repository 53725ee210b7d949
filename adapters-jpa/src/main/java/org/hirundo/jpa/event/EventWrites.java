package org.hirundo.jpa.event;

import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The new and the newly redacted events within one commit. */
public final class EventWrites {

    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final List<@Nullable Object[]> redactions = new ArrayList<>();

    /** Adds the events of a room commit, the first one at the position. */
    public void add(RoomCommit commit, long first) {
        long position = first;
        for (var added : commit.events()) {
            rows.add(EventRow.values(commit.room(), added, position++));
        }
        for (var redacted : commit.redacted()) {
            redactions.add(EventRow.redaction(redacted.redactedForm(), redacted.by()));
        }
    }

    /** Writes what was added. */
    public void flush(Transaction transaction) {
        transaction.insert(EventRow.TABLE, rows);
        transaction.batch(EventRow.REDACT, redactions);
        rows.clear();
        redactions.clear();
    }
}
