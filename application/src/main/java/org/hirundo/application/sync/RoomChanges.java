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
import org.jspecify.annotations.Nullable;

/**
 * Finds out for many rooms at once what happened in them: one read of all timelines, one of all states before them, one of
 * all states at the token, and none of those where memory knows.
 */
@Singleton
final class RoomChanges {

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

    /** What happened in each of the rooms, with at most {@code limit} events each. */
    Map<RoomId, RoomChange> of(List<Look> looks, int limit) {
        var ranges = new HashMap<RoomId, TimelineRange>();
        for (var look : looks) {
            ranges.put(
                    look.room(), new TimelineRange(look.known().orElse(StreamPosition.START), look.upTo(), limit + 1));
        }
        var timelines = events.timelines(ranges);
        var cut = HashMap.<RoomId, List<StoredEvent>>newHashMap(looks.size());
        timelines.forEach((room, timeline) -> cut.put(
                room, timeline.size() > limit ? timeline.subList(timeline.size() - limit, timeline.size()) : timeline));
        var at = statesAt(looks, timelines, cut, limit);
        var changes = HashMap.<RoomId, RoomChange>newHashMap(looks.size());
        for (var look : looks) {
            var room = look.room();
            var timeline = cut.getOrDefault(room, List.of());
            var limited = timelines.getOrDefault(room, List.of()).size() > limit;
            var end = timeline.isEmpty() ? at.current(room) : at.after(timeline.getLast());
            var start = timeline.isEmpty() ? end : before(timeline.getFirst(), at.after(timeline.getFirst()));
            var known = look.fresh() ? StateMap.EMPTY : limited ? at.known(room) : start;
            var place = place(timelines.getOrDefault(room, List.of()), timeline);
            changes.put(room, new RoomChange(room, look.fresh(), timeline, limited, place, start, end, known));
        }
        return changes;
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

    private KnownStates statesAt(
            List<Look> looks, Map<RoomId, List<StoredEvent>> timelines, Map<RoomId, List<StoredEvent>> cut, int limit) {
        var atToken = new HashMap<RoomId, StreamPosition>();
        var atEnd = new HashMap<RoomId, StreamPosition>();
        var names = new HashSet<EventId>();
        for (var look : looks) {
            var timeline = cut.getOrDefault(look.room(), List.of());
            if (timeline.isEmpty()) {
                atEnd.put(look.room(), look.upTo());
            } else {
                names.add(timeline.getFirst().stateAfter());
                names.add(timeline.getLast().stateAfter());
            }
            if (timelines.getOrDefault(look.room(), List.of()).size() > limit) {
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
