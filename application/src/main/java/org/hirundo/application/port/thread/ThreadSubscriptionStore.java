package org.hirundo.application.port.thread;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * Which threads users are subscribed to, written with {@link
 * org.hirundo.application.port.stream.ThreadSubscriptionChange}. Of each thread the last change is kept.
 */
public interface ThreadSubscriptionStore {

    /** The last change of a user's subscription to a thread, and its position. */
    record Entry(RoomId room, EventId root, Subscription subscription, StreamPosition position) {}

    /** The last change of the user's subscription to the thread; empty when there never was one. */
    Optional<Entry> find(UserId user, RoomId room, EventId root);

    /** The changes of the user after the one and at or before the other position, so many at most, the latest first; one read. */
    List<Entry> latest(UserId user, StreamPosition after, StreamPosition upTo, int limit);
}
