package org.hirundo.application.port.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** The events this server knows. They are written with {@link org.hirundo.application.port.stream.StreamStore#commit}. */
public interface EventStore {

    /** The events of these ids, whatever their standing; unknown ids are absent. One read for any number. */
    Map<EventId, StoredEvent> events(Set<EventId> ids);

    /** The events of these ids, see {@link #events}, in the order in which the ids come. */
    default List<StoredEvent> inOrder(SequencedCollection<EventId> ids) {
        var found = events(Set.copyOf(ids));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    /**
     * For each room the newest accepted events of its range, oldest first. Rooms without such events are absent. One
     * read for any number of rooms.
     */
    Map<RoomId, List<StoredEvent>> timelines(Map<RoomId, TimelineRange> ranges);

    /**
     * Accepted events of a room before the position in graph order, nearest first.
     *
     * @param before exclusive
     */
    List<StoredEvent> backwards(RoomId room, GraphPosition before, int limit);

    /**
     * Accepted events of a room from the position on in graph order, nearest first.
     *
     * @param from inclusive
     */
    List<StoredEvent> forwards(RoomId room, GraphPosition from, int limit);

    /**
     * The first accepted events of all rooms after the one and at or before the other position, in stream order.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    List<StoredEvent> inStreamOrder(StreamPosition after, StreamPosition upTo, int limit);

    /**
     * Accepted events of a room before the place in the order of time, nearest first.
     *
     * @param before exclusive
     */
    List<StoredEvent> sentBefore(RoomId room, TimePosition before, int limit);

    /**
     * Accepted events of a room from the place in the order of time on, nearest first.
     *
     * @param from inclusive
     */
    List<StoredEvent> sentFrom(RoomId room, TimePosition from, int limit);

    /** The graph position just after the last accepted event of the room at or before the stream position; empty when there is none. */
    Optional<GraphPosition> graphPositionAfter(RoomId room, StreamPosition position);

    /**
     * The first accepted events of the rooms after the one and at or before the other position that are sticky beyond the time, in
     * stream order; those that were redacted are not sticky.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    List<EventId> sticky(Set<RoomId> rooms, StreamPosition after, StreamPosition upTo, Instant now, int limit);

    /** The transactions by which the device sent these events; events it did not send with one are absent. */
    Map<EventId, ClientTransaction> transactions(UserId user, DeviceId device, Set<EventId> events);
}
