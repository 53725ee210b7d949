package org.hirundo.application.port.relation;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.EventId;

/**
 * What the children of an event come to.
 *
 * @param replacement of the {@code m.replace} children with the parent's sender and type that with the greatest {@code
 *     origin_server_ts}, and of several with the same that with the greatest id. Whether it is a valid edit is for the caller to see
 * @param thread empty when the event is the root of no thread
 * @param references the {@code m.reference} children in graph order
 */
public record RelationSummary(Optional<EventId> replacement, Optional<ThreadSummary> thread, List<EventId> references) {

    public RelationSummary {
        references = List.copyOf(references);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return replacement.isEmpty() && thread.isEmpty() && references.isEmpty();
    }

    /**
     * The {@code m.thread} children.
     *
     * @param latest the last in graph order
     * @param participated whether one of them is the viewer's
     */
    public record ThreadSummary(long count, EventId latest, boolean participated) {}
}
