package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.RoomId;

/**
 * Reads the whole state of a room, for who left it the state as it was then.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidstate">GET …/state</a>
 */
@Singleton
public final class ReadState {

    private final Standpoints standpoints;
    private final EventStore events;
    private final ClientEvents clientEvents;

    @Inject
    public ReadState(Standpoints standpoints, EventStore events, ClientEvents clientEvents) {
        this.standpoints = standpoints;
        this.events = events;
        this.clientEvents = clientEvents;
    }

    /**
     * The state events, oldest first.
     *
     * @throws org.hirundo.domain.error.Forbidden when the requester may not look at the room
     */
    public List<ClientEvent> read(Requester requester, RoomId room) {
        var state = standpoints.of(requester.user(), room).state();
        return clientEvents.ofState(events.events(state.eventIds()).values().stream()
                .sorted(Comparator.comparing(StoredEvent::position))
                .toList());
    }
}
