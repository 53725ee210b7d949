package org.hirundo.jpa.event;

import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of events. */
public final class EventWrites {

    private EventWrites() {}

    /** Adds the new events, one position each, and puts redacted forms in place of events. */
    public static void put(Transaction transaction, RoomCommit commit, StreamPosition first) {
        long position = first.value();
        for (var added : commit.events()) {
            var at = new StreamPosition(position++);
            transaction.add(new EventRow(added, at));
            if (added.standing() == Standing.ACCEPTED) {
                added.event()
                        .stickiness()
                        .ifPresent(sticky -> transaction.add(new StickyRow(added.event(), sticky, at)));
            }
        }
        for (var redacted : commit.redacted()) {
            transaction
                    .find(EventRow.class, redacted.redactedForm().id().value())
                    .ifPresent(row -> row.redact(redacted.redactedForm(), redacted.by()));
            transaction.change(
                    "delete from StickyRow s where s.event = ?1",
                    redacted.redactedForm().id().value());
        }
    }
}
