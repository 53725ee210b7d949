package org.hirundo.application.push;

import java.util.Map;
import org.hirundo.domain.id.EventId;

/**
 * How many unread events of a room notify a user.
 *
 * @param main outside of threads
 * @param threads in threads, by root; those without are absent
 */
public record RoomUnread(Count main, Map<EventId, Count> threads) {

    /** Nothing is unread. */
    public static final RoomUnread NONE = new RoomUnread(Count.NONE, Map.of());

    public RoomUnread {
        threads = Map.copyOf(threads);
    }

    /** In the whole room, for clients that do not tell threads apart. */
    public Count total() {
        return threads.values().stream().reduce(main, Count::plus);
    }

    /**
     * Counts of events.
     *
     * @param notifications those that notify
     * @param highlights those that catch the eye as well
     */
    public record Count(int notifications, int highlights) {

        /** None. */
        public static final Count NONE = new Count(0, 0);

        /** Both together. */
        public Count plus(Count other) {
            return new Count(notifications + other.notifications, highlights + other.highlights);
        }
    }
}
