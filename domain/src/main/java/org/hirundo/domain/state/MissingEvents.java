package org.hirundo.domain.state;

import java.util.Set;
import org.hirundo.domain.id.EventId;

/**
 * State resolution needed events that its source does not have. Guessing without them would give a state that other
 * servers do not have, so there is no answer until they are fetched.
 */
public final class MissingEvents extends RuntimeException {

    private final transient Set<EventId> events;

    MissingEvents(Set<EventId> events) {
        super("State resolution misses events: " + events);
        this.events = Set.copyOf(events);
    }

    /** The events that are missing. */
    public Set<EventId> events() {
        return events;
    }
}
