package org.hirundo.domain.presence;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param active how long after doing something a user counts as currently active, so that not every doing is news
 * @param idle how long after doing something a user becomes unavailable
 * @param disconnected how long after the end of its last sync a device counts as gone
 */
public record PresenceTimers(Duration active, Duration idle, Duration disconnected) {

    /** Active for a minute, idle after five, gone after half a minute. */
    public static final PresenceTimers DEFAULT =
            new PresenceTimers(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofSeconds(30));

    public PresenceTimers {
        if (active.compareTo(idle) > 0) {
            throw new IllegalArgumentException("Nobody is active and idle at once: " + active + " > " + idle);
        }
    }
}
