package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.Stream;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;

/**
 * When something last happened in rooms: anything at all, by which sliding sync orders them, and something "proper", by which
 * clients do ({@code bump_stamp}).
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4186">MSC4186, Activity ordering</a>
 */
@Singleton
final class RoomActivity {

    private static final Set<EventType> PROPER = Set.of(
            EventType.CREATE,
            EventType.MESSAGE,
            EventType.ENCRYPTED,
            EventType.STICKER,
            EventType.CALL_INVITE,
            EventType.of("m.poll.start"),
            EventType.of("org.matrix.msc3381.poll.start"),
            EventType.of("m.beacon_info"),
            EventType.of("org.matrix.msc3672.beacon_info"));

    /** How far proper activity is looked for, in pages of so many events. */
    private static final List<Integer> PAGES = List.of(16, 128, 1024);

    private final EventStore events;
    private final ChangeIndex changes;
    private final Stream stream;

    /** The last events from before the start of this node: what came later the index knows. */
    private final ByteBoundedCache<RoomId, StreamPosition> before;

    @Inject
    RoomActivity(EventStore events, ChangeIndex changes, Stream stream, MemoryBudget budget) {
        this.events = events;
        this.changes = changes;
        this.stream = stream;
        before = new ByteBoundedCache<>(budget, (room, position) -> 200);
    }

    /** The positions of the rooms' last events; rooms without are absent. One read for those of which nothing is remembered. */
    Map<RoomId, StreamPosition> last(Collection<RoomId> rooms) {
        var last = HashMap.<RoomId, StreamPosition>newHashMap(rooms.size());
        var missing = new HashMap<RoomId, TimelineRange>();
        for (var room : rooms) {
            changes.lastEvent(room)
                    .or(() -> before.get(room))
                    .ifPresentOrElse(
                            position -> last.put(room, position),
                            () -> missing.put(room, new TimelineRange(StreamPosition.START, stream.position(), 1)));
        }
        if (!missing.isEmpty()) {
            events.timelines(missing).forEach((room, timeline) -> {
                var position = timeline.getLast().position();
                before.put(room, position);
                last.put(room, position);
            });
        }
        return last;
    }

    /** The position of the newest proper event among these, which are in stream order. */
    static Optional<StreamPosition> proper(List<StoredEvent> timeline) {
        return timeline.reversed().stream()
                .filter(event -> PROPER.contains(event.event().type()))
                .findFirst()
                .map(StoredEvent::position);
    }

    /**
     * The positions of the newest proper events of rooms in whose newest events there is none. In a room where it is very far
     * back, that up to which was looked: clients order rooms by it, and such a room is quiet either way.
     *
     * @param seen the oldest event that was looked at in each of the rooms
     */
    Map<RoomId, StreamPosition> properBefore(Map<RoomId, StreamPosition> seen) {
        var found = new HashMap<RoomId, StreamPosition>();
        var open = new HashMap<>(seen);
        for (int page : PAGES) {
            if (open.isEmpty()) {
                break;
            }
            var ranges = new HashMap<RoomId, TimelineRange>();
            open.forEach((room, position) -> ranges.put(
                    room,
                    new TimelineRange(
                            StreamPosition.START, new StreamPosition(Math.max(0, position.value() - 1)), page)));
            var timelines = events.timelines(ranges);
            Map.copyOf(open).forEach((room, position) -> {
                var timeline = timelines.getOrDefault(room, List.of());
                var proper = proper(timeline);
                if (proper.isPresent() || timeline.isEmpty()) {
                    found.put(room, proper.orElse(position));
                    open.remove(room);
                } else {
                    open.put(room, timeline.getFirst().position());
                }
            });
        }
        found.putAll(open);
        return found;
    }
}
