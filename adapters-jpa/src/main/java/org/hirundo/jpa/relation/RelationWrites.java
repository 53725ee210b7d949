package org.hirundo.jpa.relation;

import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.relation.Relation;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of relations. */
public final class RelationWrites {

    private RelationWrites() {}

    /** Adds the relations of the new events that are accepted, and takes away those of events that are redacted. */
    public static void put(Transaction transaction, RoomCommit commit, StreamPosition first) {
        long position = first.value();
        for (var added : commit.events()) {
            var at = new StreamPosition(position++);
            if (added.standing() == Standing.ACCEPTED) {
                Relation.of(added.event())
                        .ifPresent(relation -> transaction.add(new RelationRow(added.event(), relation, at)));
            }
        }
        for (var redacted : commit.redacted()) {
            transaction.change(
                    "delete from RelationRow r where r.child = ?1",
                    redacted.redactedForm().id().value());
        }
    }
}
