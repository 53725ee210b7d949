package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;

/**
 * Reads one event.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomideventeventid">GET …/event</a>
 */
@Singleton
public final class ReadEvent {

    private final VisibleEvents visibleEvents;
    private final Aggregations aggregations;

    @Inject
    public ReadEvent(VisibleEvents visibleEvents, Aggregations aggregations) {
        this.visibleEvents = visibleEvents;
        this.aggregations = aggregations;
    }

    /**
     * The event.
     *
     * @throws org.hirundo.domain.error.NotFound when the room has no such event, or the requester may not see it
     */
    public ClientEvent read(Requester requester, RoomId room, EventId event) {
        var stored = visibleEvents.get(requester.user(), room, event);
        return aggregations.bundled(requester, List.of(stored)).getFirst();
    }
}
