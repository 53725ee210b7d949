package org.hirundo.application.thread;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.timeline.VisibleEvents;
import org.hirundo.domain.error.ConflictingUnsubscription;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.NotInThread;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.relation.Relation;
import org.hirundo.domain.relation.RelationType;

/**
 * Subscribes a user to a thread: because the user wants it, or automatically, because of an event in it that mentions them. An
 * automatic subscription never undoes what the user decided after that event came.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4306">MSC4306</a>
 */
@Singleton
public final class SubscribeToThread {

    private final VisibleEvents visibleEvents;
    private final ThreadSubscriptionStore store;
    private final Committer committer;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    public SubscribeToThread(
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
     * What is subscribed to.
     *
     * @param cause the event in the thread for which a client subscribes by itself; empty when the user wants it
     */
    public record Subscribe(Requester requester, RoomId room, EventId root, Optional<EventId> cause) {}

    /**
     * Subscribes; an automatic subscription does not take the place of a manual one.
     *
     * @throws NotFound when there is no such event, or the requester may not see it
     * @throws NotInThread when the cause is not in the thread
     * @throws ConflictingUnsubscription when the user has unsubscribed since the cause came
     */
    public void subscribe(Subscribe command) {
        var requester = command.requester();
        var user = requester.user();
        limits.spend(requester, Cost.SETTINGS);
        visibleEvents.get(user, command.room(), command.root());
        var cause = command.cause().map(event -> inThread(command, event));
        locks.with(user, () -> {
            var before = store.find(user, command.room(), command.root());
            before.ifPresent(entry -> refuseIfUnsubscribedSince(entry, cause));
            var after = cause.isPresent() ? Subscription.AUTOMATIC : Subscription.MANUAL;
            if (!isAtLeast(before, after)) {
                committer.commit(new ThreadSubscriptionChange(user, command.room(), command.root(), after));
            }
        });
    }

    private StoredEvent inThread(Subscribe command, EventId cause) {
        return find(command.requester().user(), command.room(), cause)
                .filter(event -> Relation.of(event.event())
                        .filter(relation -> relation.is(RelationType.THREAD))
                        .filter(relation -> relation.parent().equals(command.root()))
                        .isPresent())
                .orElseThrow(() -> new NotInThread("The event is not in the thread"));
    }

    private Optional<StoredEvent> find(UserId user, RoomId room, EventId event) {
        try {
            return Optional.of(visibleEvents.get(user, room, event));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    private static void refuseIfUnsubscribedSince(Entry entry, Optional<StoredEvent> cause) {
        if (entry.subscription() == Subscription.NONE
                && cause.filter(event -> !event.position().isAfter(entry.position()))
                        .isPresent()) {
            throw new ConflictingUnsubscription("The user has unsubscribed since");
        }
    }

    /** Whether the user is subscribed in this way, or more so. */
    private static boolean isAtLeast(Optional<Entry> before, Subscription wanted) {
        return before.map(Entry::subscription)
                .filter(subscription -> subscription == wanted || subscription == Subscription.MANUAL)
                .isPresent();
    }
}
