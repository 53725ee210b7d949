package org.hirundo.application.port.stream;

import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * A user subscribes to a thread, or does so no longer (MSC4306).
 *
 * @param root the event with which the thread begins
 */
public record ThreadSubscriptionChange(UserId user, RoomId room, EventId root, Subscription subscription)
        implements DurableChange {

    /** Whether a user is subscribed to a thread. */
    public enum Subscription {
        /** The user asked for it. */
        MANUAL,
        /** A client subscribed because the user was mentioned. */
        AUTOMATIC,
        /** No longer. */
        NONE
    }
}
