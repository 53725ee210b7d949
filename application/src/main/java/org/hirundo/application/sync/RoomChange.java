package org.hirundo.application.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.StateMap;

/**
 * What is known of a room while its part of the answer is made.
 *
 * @param fresh whether the client knows nothing of the room yet, or is to be told all of its state again
 * @param timeline the events of the window, the newest of them, oldest first
 * @param limited whether events between the token and these are left out
 * @param start the place at which the events begin, behind what is left out; empty when there was nothing
 * @param before the state before the first of the events; the current one when there are none
 * @param after the state after the last of the events
 * @param known the state that the client knows, that at its token; empty for a fresh room
 */
record RoomChange(
        RoomId room,
        boolean fresh,
        List<StoredEvent> timeline,
        boolean limited,
        Optional<GraphPosition> start,
        StateMap before,
        StateMap after,
        StateMap known) {

    /**
     * The state before the timeline for a client that is shown only some of its events: what the others changed belongs to it,
     * for the client hears of it nowhere else.
     */
    StateMap before(List<StoredEvent> shown) {
        var told = new HashSet<StateTuple>();
        shown.forEach(event -> event.event().stateTuple().ifPresent(told::add));
        var untold = new HashMap<StateTuple, EventId>();
        for (var event : timeline) {
            event.event().stateTuple().filter(tuple -> !told.contains(tuple)).ifPresent(tuple -> after.get(tuple)
                    .ifPresent(id -> untold.put(tuple, id)));
        }
        return before.withAll(untold);
    }
}
