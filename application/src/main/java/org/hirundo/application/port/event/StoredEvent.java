package org.hirundo.application.port.event;

import java.util.Optional;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;

/**
 * An event with what the server knows of it. It changes once at most: when it is redacted.
 *
 * @param event in its redacted form once {@code redactedBy} is present
 * @param stateAfter the snapshot of the state after the event
 * @param replacesState the event that had the same state tuple before
 */
public record StoredEvent(
        Event event,
        StreamPosition position,
        Standing standing,
        EventId stateAfter,
        Optional<EventId> replacesState,
        Optional<EventId> redactedBy) {

    /** The event's id. */
    public EventId id() {
        return event.id();
    }

    /** The event's place in graph order. */
    public GraphPosition graphPosition() {
        return new GraphPosition(event.depth(), position);
    }
}
