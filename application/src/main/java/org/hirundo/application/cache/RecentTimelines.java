package org.hirundo.application.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;

/** The newest accepted events of rooms that got events since the server started, without gaps. */
final class RecentTimelines {

    /** More than any long poll is behind; a client that is further behind is answered from the store. */
    private static final int MAX_EVENTS = 64;

    private final ByteBoundedCache<RoomId, Recent> rooms;

    /** Of rooms that are not known here no event came after this position. */
    private volatile StreamPosition quietSince;

    /** Up to where the commits were followed. */
    private volatile StreamPosition followed;

    /**
     * The events of one room, oldest first: all that came after a position.
     */
    private record Recent(StreamPosition after, List<StoredEvent> events) {

        Recent {
            events = List.copyOf(events);
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param start the position from which on every commit is followed
     */
    RecentTimelines(StreamPosition start, MemoryBudget budget, ToLongFunction<StoredEvent> weigher) {
        quietSince = start;
        followed = start;
        rooms = new ByteBoundedCache<>(
                budget,
                (room, recent) ->
                        200 + recent.events().stream().mapToLong(weigher).sum(),
                () -> quietSince = followed);
    }

    /** The newest accepted events of the range, or empty when they are not all known here. */
    Optional<List<StoredEvent>> find(RoomId room, TimelineRange range) {
        return rooms.get(room).flatMap(recent -> {
            var found = new ArrayList<StoredEvent>();
            for (var event : recent.events().reversed()) {
                if (found.size() == range.limit() || !event.position().isAfter(range.after())) {
                    break;
                }
                if (!event.position().isAfter(range.upTo())) {
                    found.add(event);
                }
            }
            var all = found.size() == range.limit() || !recent.after().isAfter(range.after());
            return all ? Optional.of(List.copyOf(found.reversed())) : Optional.empty();
        });
    }

    /** Adds the events of the commit that comes next; {@code first} when it created the room. */
    void append(RoomId room, List<StoredEvent> committed, boolean first) {
        followed = committed.getLast().position();
        var known = rooms.get(room).orElseGet(() -> new Recent(first ? StreamPosition.START : quietSince, List.of()));
        var events = new ArrayList<StoredEvent>(known.events());
        committed.stream()
                .filter(event -> event.standing() == Standing.ACCEPTED)
                .forEach(events::add);
        int cut = Math.max(0, events.size() - MAX_EVENTS);
        rooms.put(
                room,
                new Recent(
                        cut == 0 ? known.after() : events.get(cut - 1).position(), events.subList(cut, events.size())));
    }

    /** Changes an event that is known here. */
    void update(RoomId room, EventId id, UnaryOperator<StoredEvent> change) {
        rooms.update(
                room,
                recent -> new Recent(
                        recent.after(),
                        recent.events().stream()
                                .map(event -> event.id().equals(id) ? change.apply(event) : event)
                                .toList()));
    }
}
