package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;

/**
 * Reads one event of the state of a room, for who left it of the state as it was then.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidstateeventtypestatekey">GET
 *     …/state/…</a>
 */
@Singleton
public final class ReadStateEvent {

    private final Standpoints standpoints;
    private final EventStore events;
    private final ClientEvents clientEvents;

    @Inject
    public ReadStateEvent(Standpoints standpoints, EventStore events, ClientEvents clientEvents) {
        this.standpoints = standpoints;
        this.events = events;
        this.clientEvents = clientEvents;
    }

    /**
     * The state event.
     *
     * @throws org.hirundo.domain.error.Forbidden when the requester may not look at the room
     * @throws NotFound when the room has no such state
     */
    public ClientEvent read(Requester requester, RoomId room, StateTuple tuple) {
        var id = standpoints.of(requester.user(), room).state().get(tuple);
        return id.flatMap(event ->
                        Optional.ofNullable(events.events(Set.of(event)).get(event)))
                .map(stored ->
                        clientEvents.of(requester, List.of(stored), Map.of()).getFirst())
                .orElseThrow(() -> new NotFound("The room has no such state."));
    }
}
