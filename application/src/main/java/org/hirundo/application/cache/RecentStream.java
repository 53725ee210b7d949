package org.hirundo.application.cache;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;

/** The newest accepted events of all rooms without gaps, for those who follow the stream closely. */
final class RecentStream {

    /** More than followers are behind while the server keeps up with what is sent. */
    private static final long MAX_BYTES = 4L << 20;

    private final ToLongFunction<StoredEvent> weigher;
    private final TreeMap<StreamPosition, StoredEvent> events = new TreeMap<>();
    private long bytes;

    /** All accepted events after this position are here. */
    private StreamPosition complete;

    /**
     * Knows nothing yet.
     *
     * @param start the position from which on every commit is followed
     */
    RecentStream(StreamPosition start, ToLongFunction<StoredEvent> weigher) {
        this.weigher = weigher;
        complete = start;
    }

    /** The first events of the range, or empty when they are not all known here. */
    synchronized Optional<List<StoredEvent>> find(StreamPosition after, StreamPosition upTo, int limit) {
        return complete.isAfter(after) || after.isAfter(upTo)
                ? Optional.empty()
                : Optional.of(events.subMap(after, false, upTo, true).values().stream()
                        .limit(limit)
                        .toList());
    }

    /** Adds the events that come next. */
    synchronized void append(List<StoredEvent> committed) {
        for (var event : committed) {
            if (event.standing() == Standing.ACCEPTED) {
                events.put(event.position(), event);
                bytes += weigher.applyAsLong(event);
            }
        }
        while (bytes > MAX_BYTES) {
            var oldest = Objects.requireNonNull(events.pollFirstEntry());
            complete = oldest.getKey();
            bytes -= weigher.applyAsLong(oldest.getValue());
        }
    }

    /** Changes an event, if it is here. */
    synchronized void update(EventId id, UnaryOperator<StoredEvent> change) {
        events.replaceAll((position, event) -> {
            if (!event.id().equals(id)) {
                return event;
            }
            var changed = change.apply(event);
            bytes += weigher.applyAsLong(changed) - weigher.applyAsLong(event);
            return changed;
        });
    }
}
