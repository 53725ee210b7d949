package org.hirundo.application.delayed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.NotFound;

/** What became, or is to become, of a delayed event of the requester (MSC4140). */
@Singleton
public final class GetDelayedEvent {

    private final DelayedEventStore store;
    private final RateLimiter limits;

    @Inject
    public GetDelayedEvent(DelayedEventStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * The event.
     *
     * @throws NotFound when there is none of this id, or it is somebody else's
     */
    public DelayedEvent get(Requester requester, String delayId) {
        limits.spend(requester, Cost.DELAYED_EVENT);
        return store.find(delayId)
                .filter(event -> event.sender().equals(requester.user()))
                .orElseThrow(() -> new NotFound("There is no such delayed event"));
    }
}
