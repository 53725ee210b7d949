package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.timeline.GraphToken;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.StateMap;
import org.hirundo.domain.sync.RoomEventFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds out for many rooms at once what happened in them: one read of all timelines, one of all states before them, one of
 * all states at the token, and none of those where memory knows.
 */
@Singleton
final class RoomChanges {

    private static final int DEFAULT_LIMIT = 10;
    /** The server's bound on the events of a room in one answer. */
    static final int MAX_LIMIT = 100;

    /** Among so many events of a room those are looked for that pass a filter. */
    private static final int SEARCHED = 500;

    private final EventStore events;
    private final RoomStore rooms;
    private final States states;

    @Inject
    RoomChanges(EventStore events, RoomStore rooms, States states) {
        this.events = events;
        this.rooms = rooms;
        this.states = states;
    }

    /**
     * A room to look at.
     *
     * @param known up to where the client knows the timeline; empty when it knows nothing of the room
     * @param upTo up to where it may look
     * @param fresh whether the client is to be told all of the state, what it may know of it too
     */
    record Look(RoomId room, Optional<StreamPosition> known, StreamPosition upTo, boolean fresh) {}

    /**
     * The end of what was found of a room.
     *
     * @param limited whether there is more before it for the client
     */
    private record Cut(List<StoredEvent> timeline, boolean limited) {

        static final Cut NOTHING = new Cut(List.of(), false);
    }

    /**
     * What happened in each of the rooms: the last events of each, so that as many as the filter says pass it. Those that do not
     * pass are still between them.
     */
    Map<RoomId, RoomChange> of(List<Look> looks, RoomEventFilter filter) {
        return of(looks, filter, filter.limit(DEFAULT_LIMIT, MAX_LIMIT));
    }

    /** What happened in each of the rooms: the last {@code limit} events of each, or as many as the server shows at once. */
    Map<RoomId, RoomChange> of(List<Look> looks, int limit) {
        return of(looks, RoomEventFilter.ALL, Math.min(limit, MAX_LIMIT));
    }

    private Map<RoomId, RoomChange> of(List<Look> looks, RoomEventFilter filter, int limit) {
        int searched = filter.narrows() ? SEARCHED : limit;
        var ranges = new HashMap<RoomId, TimelineRange>();
        for (var look : looks) {
            ranges.put(
                    look.room(),
                    new TimelineRange(look.known().orElse(StreamPosition.START), look.upTo(), searched + 1));
        }
        var timelines = events.timelines(ranges);
        var cuts = HashMap.<RoomId, Cut>newHashMap(looks.size());
        timelines.forEach((room, found) -> cuts.put(room, cut(found, searched, limit, filter)));
        var at = statesAt(looks, cuts);
        var changes = HashMap.<RoomId, RoomChange>newHashMap(looks.size());
        for (var look : looks) {
            var room = look.room();
            var cut = cuts.getOrDefault(room, Cut.NOTHING);
            var timeline = cut.timeline();
            var end = timeline.isEmpty() ? at.current(room) : at.after(timeline.getLast());
            var start = timeline.isEmpty() ? end : before(timeline.getFirst(), at.after(timeline.getFirst()));
            var known = look.fresh() ? StateMap.EMPTY : cut.limited() ? at.known(room) : start;
            var place = place(timelines.getOrDefault(room, List.of()), timeline);
            var limited = cut.limited() || (look.known().isEmpty() && hides(filter, timeline));
            changes.put(room, new RoomChange(room, look.fresh(), timeline, limited, place, start, end, known));
        }
        return changes;
    }

    /** Whether a client that knows nothing of the room is not told all of it, which it learns by the timeline being limited. */
    private static boolean hides(RoomEventFilter filter, List<StoredEvent> timeline) {
        return !timeline.stream().map(StoredEvent::event).allMatch(filter::includes);
    }

    private static Cut cut(List<StoredEvent> found, int searched, int limit, RoomEventFilter filter) {
        int from = Math.max(0, found.size() - searched);
        int start = found.size();
        int passed = 0;
        for (int index = found.size() - 1; index >= from; index--) {
            if (filter.includes(found.get(index).event())) {
                if (passed == limit) {
                    return new Cut(found.subList(start, found.size()), true);
                }
                passed++;
                start = index;
            }
        }
        return new Cut(found.subList(from, found.size()), from > 0);
    }

    /** Where the shown events begin: before the first, or, when none of those that were found is shown, behind the last. */
    private static Optional<GraphPosition> place(List<StoredEvent> found, List<StoredEvent> shown) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                shown.isEmpty()
                        ? GraphToken.after(found.getLast()).position()
                        : shown.getFirst().graphPosition());
    }

    /** The state before an event, from that after it: no read. */
    private static StateMap before(StoredEvent event, StateMap after) {
        return event.event()
                .stateTuple()
                .map(tuple -> event.replacesState()
                        .map(replaced -> after.with(tuple, replaced))
                        .orElseGet(() -> after.without(tuple)))
                .orElse(after);
    }

    private KnownStates statesAt(List<Look> looks, Map<RoomId, Cut> cuts) {
        var atToken = new HashMap<RoomId, StreamPosition>();
        var atEnd = new HashMap<RoomId, StreamPosition>();
        var names = new HashSet<EventId>();
        for (var look : looks) {
            var cut = cuts.getOrDefault(look.room(), Cut.NOTHING);
            if (cut.timeline().isEmpty()) {
                atEnd.put(look.room(), look.upTo());
            } else {
                names.add(cut.timeline().getFirst().stateAfter());
                names.add(cut.timeline().getLast().stateAfter());
            }
            if (cut.limited()) {
                look.known().ifPresent(position -> atToken.put(look.room(), position));
            }
        }
        var tokens = atToken.isEmpty() ? Map.<RoomId, EventId>of() : rooms.statesAt(atToken);
        var ends = atEnd.isEmpty() ? Map.<RoomId, EventId>of() : rooms.statesAt(atEnd);
        names.addAll(tokens.values());
        names.addAll(ends.values());
        return new KnownStates(tokens, ends, states.of(Set.copyOf(names)));
    }

    private record KnownStates(
            Map<RoomId, EventId> atToken, Map<RoomId, EventId> atEnd, Map<EventId, StateMap> states) {

        StateMap after(StoredEvent event) {
            return states.getOrDefault(event.stateAfter(), StateMap.EMPTY);
        }

        StateMap known(RoomId room) {
            return named(atToken.get(room));
        }

        StateMap current(RoomId room) {
            return named(atEnd.get(room));
        }

        private StateMap named(@Nullable EventId name) {
            return name == null ? StateMap.EMPTY : states.getOrDefault(name, StateMap.EMPTY);
        }
    }
}
