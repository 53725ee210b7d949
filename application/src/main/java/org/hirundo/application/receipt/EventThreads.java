package org.hirundo.application.receipt;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.receipt.ReceiptThread;

/**
 * In which threads events are.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#threaded-read-receipts">Threaded read receipts</a>
 */
@Singleton
public final class EventThreads {

    private final EventStore events;

    @Inject
    public EventThreads(EventStore events) {
        this.events = events;
    }

    /**
     * The thread of each of the events, by id. Nothing is read when they relate to nothing, otherwise as often as relations
     * are followed, whatever the number of events.
     */
    public Map<EventId, ReceiptThread> of(Collection<Event> wanted) {
        var known = withRelated(wanted);
        var threads = HashMap.<EventId, ReceiptThread>newHashMap(wanted.size());
        wanted.forEach(event -> threads.put(event.id(), ReceiptThread.ofEvent(event, inRoomOf(event, known))));
        return threads;
    }

    /**
     * Refuses a receipt for events that have nothing to do with its thread, with the reads of {@link #of}.
     *
     * @throws org.hirundo.domain.error.InvalidParam when one has not
     */
    void check(ReceiptThread thread, Collection<Event> spokenOf) {
        var known = withRelated(spokenOf);
        spokenOf.forEach(event -> thread.check(event, inRoomOf(event, known)));
    }

    private Map<EventId, Event> withRelated(Collection<Event> wanted) {
        var known = new HashMap<EventId, Event>();
        wanted.forEach(event -> known.put(event.id(), event));
        var related = related(wanted, known);
        for (int hop = 0; hop < ReceiptThread.MAX_HOPS && !related.isEmpty(); hop++) {
            var found = events.events(related).values().stream()
                    .map(stored -> stored.event())
                    .toList();
            found.forEach(event -> known.put(event.id(), event));
            related = related(found, known);
        }
        return known;
    }

    private static Function<EventId, Optional<Event>> inRoomOf(Event event, Map<EventId, Event> known) {
        return id -> Optional.ofNullable(known.get(id))
                .filter(other -> other.roomId().equals(event.roomId()));
    }

    private static Set<EventId> related(Collection<Event> events, Map<EventId, Event> known) {
        return events.stream()
                .flatMap(event -> ReceiptThread.decisive(event).stream())
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toSet());
    }
}
