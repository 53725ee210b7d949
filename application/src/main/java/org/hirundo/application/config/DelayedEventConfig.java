package org.hirundo.application.config;

import java.time.Duration;

/**
 * Events that are sent later (MSC4140).
 *
 * @param maxDelay how long an event waits at most; a day by default
 * @param maxScheduled how many events of one user wait at once at most; 100 by default, and 0 means that none may
 */
public record DelayedEventConfig(Duration maxDelay, int maxScheduled) {

    /** What holds where nothing is configured. */
    public static final DelayedEventConfig DEFAULT = new DelayedEventConfig(Duration.ofDays(1), 100);

    /** Whether events can be sent later at all. */
    public boolean enabled() {
        return maxScheduled > 0;
    }
}
