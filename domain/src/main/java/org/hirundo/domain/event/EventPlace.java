package org.hirundo.domain.event;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.domain.id.EventId;

/**
 * Where in its room an event comes.
 *
 * @param prevEvents the events it comes after
 * @param authEvents the events that give it the right to be
 * @param depth one more than the deepest of the previous events; what the version's format can hold is the end
 * @param cited finds these events by their ids; asked only in room versions that cite events by their hashes too
 */
public record EventPlace(
        List<EventId> prevEvents,
        List<EventId> authEvents,
        long depth,
        Function<Set<EventId>, Map<EventId, Event>> cited) {

    /** The place of the event that creates a room. */
    public static final EventPlace FIRST = new EventPlace(List.of(), List.of(), 1, _ -> Map.of());

    public EventPlace {
        prevEvents = List.copyOf(prevEvents);
        authEvents = List.copyOf(authEvents);
    }
}
