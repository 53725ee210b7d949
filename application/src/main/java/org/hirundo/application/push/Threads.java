package org.hirundo.application.push;

import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.receipt.ReceiptThread;

/**
 * Which thread an event belongs to.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#threading">Threading</a>
 */
public final class Threads {

    private Threads() {}

    /** The thread of the event's {@code m.thread} relation, or the main timeline. */
    public static ReceiptThread of(Event event) {
        return event.content()
                .object("m.relates_to")
                .filter(relation ->
                        relation.string("rel_type").filter("m.thread"::equals).isPresent())
                .flatMap(relation -> relation.string("event_id"))
                .<ReceiptThread>map(root -> new ReceiptThread.Rooted(new EventId(root)))
                .orElse(ReceiptThread.mainTimeline());
    }
}
