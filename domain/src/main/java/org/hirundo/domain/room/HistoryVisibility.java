package org.hirundo.domain.room;

import java.util.Locale;
import java.util.Optional;
import org.hirundo.domain.event.Event;

/**
 * Who may read a room's history.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-history-visibility">Room history visibility</a>
 */
public enum HistoryVisibility {
    /** Anybody. */
    WORLD_READABLE,
    /** Members, all of it. */
    SHARED,
    /** Members, from when they were invited. */
    INVITED,
    /** Members, from when they joined. */
    JOINED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The visibility of the name that events have, if there is one. */
    public static Optional<HistoryVisibility> of(String wireName) {
        for (var visibility : values()) {
            if (visibility.wireName.equals(wireName)) {
                return Optional.of(visibility);
            }
        }
        return Optional.empty();
    }

    /** The visibility that the event gives; what there is no event for, or a malformed one, is shared. */
    public static HistoryVisibility of(Optional<Event> event) {
        return event.flatMap(present -> present.content().string("history_visibility"))
                .flatMap(HistoryVisibility::of)
                .orElse(SHARED);
    }

    /** The name that events have. */
    public String wireName() {
        return wireName;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
