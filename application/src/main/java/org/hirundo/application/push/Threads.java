package org.hirundo.application.push;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;

/**
 * Which thread an event belongs to.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#threading">Threading</a>
 */
public final class Threads {

    private Threads() {}

    /** The thread of the event's {@code m.thread} relation, or the main timeline. */
    public static ReceiptThread of(Event event) {
        return Relation.of(event)
                .filter(relation -> relation.is(RelationType.THREAD))
                .<ReceiptThread>map(relation -> new ReceiptThread.Rooted(relation.parent()))
                .orElse(ReceiptThread.mainTimeline());
    }
}
