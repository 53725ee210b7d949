package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EventId;

/**
 * Reads one event of which the client does not say in which room it is, as very old clients do.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3eventseventid">GET /events/{eventId}</a>
 */
@Singleton
public final class ReadEventById {

    private final VisibleEvents visibleEvents;
    private final Aggregations aggregations;

    @Inject
    public ReadEventById(VisibleEvents visibleEvents, Aggregations aggregations) {
        this.visibleEvents = visibleEvents;
        this.aggregations = aggregations;
    }

    /**
     * The event.
     *
     * @throws org.hirundo.domain.error.NotFound when there is no such event, or the requester may not see it
     */
    public ClientEvent read(Requester requester, EventId event) {
        requester.refuseGuest();
        var stored = visibleEvents.get(requester.user(), event);
        return aggregations.bundled(requester, List.of(stored)).getFirst();
    }
}
