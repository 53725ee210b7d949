package org.hirundo.application.delayed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.session.Requester;

/** The events of the requester that are scheduled (MSC4140). */
@Singleton
public final class ListDelayedEvents {

    private final DelayedEventStore store;
    private final RateLimiter limits;

    @Inject
    public ListDelayedEvents(DelayedEventStore store, RateLimiter limits) {
        this.store = store;
        this.limits = limits;
    }

    /** The scheduled events, in the order of the times at which they are to be sent. */
    public List<DelayedEvent> list(Requester requester) {
        limits.spend(requester, Cost.DELAYED_EVENT);
        return store.scheduled(requester.user());
    }
}
