package org.hirundo.application.thread;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.VisibleEvents;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;

/** How a user is subscribed to a thread (MSC4306). */
@Singleton
public final class GetThreadSubscription {

    private final VisibleEvents visibleEvents;
    private final ThreadSubscriptionStore store;

    @Inject
    public GetThreadSubscription(VisibleEvents visibleEvents, ThreadSubscriptionStore store) {
        this.visibleEvents = visibleEvents;
        this.store = store;
    }

    /**
     * Whether the requester was subscribed by a client of theirs rather than by their own wish.
     *
     * @throws NotFound when the requester is not subscribed, or there is no such event, or they may not see it
     */
    public boolean isAutomatic(Requester requester, RoomId room, EventId root) {
        visibleEvents.get(requester.user(), room, root);
        return store.find(requester.user(), room, root)
                .map(Entry::subscription)
                .filter(subscription -> subscription != Subscription.NONE)
                .map(subscription -> subscription == Subscription.AUTOMATIC)
                .orElseThrow(() -> new NotFound("You are not subscribed to the thread"));
    }
}
