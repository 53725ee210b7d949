package org.hirundo.application.thread;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.timeline.VisibleEvents;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;

/** Ends a subscription to a thread (MSC4306). */
@Singleton
public final class UnsubscribeFromThread {

    private final VisibleEvents visibleEvents;
    private final ThreadSubscriptionStore store;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    public UnsubscribeFromThread(
            VisibleEvents visibleEvents,
            ThreadSubscriptionStore store,
            Committer committer,
            UserLocks locks,
            RateLimiter limits) {
        this.visibleEvents = visibleEvents;
        this.store = store;
        this.committer = committer;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Unsubscribes; nothing happens when the requester is not subscribed.
     *
     * @throws org.hirundo.domain.error.NotFound when there is no such event, or the requester may not see it
     */
    public void unsubscribe(Requester requester, RoomId room, EventId root) {
        var user = requester.user();
        limits.spend(requester, Cost.SETTINGS);
        visibleEvents.get(user, room, root);
        locks.with(user, () -> {
            if (store.find(user, room, root)
                    .filter(entry -> entry.subscription() != Subscription.NONE)
                    .isPresent()) {
                committer.commit(new ThreadSubscriptionChange(user, room, root, Subscription.NONE));
            }
        });
    }
}
