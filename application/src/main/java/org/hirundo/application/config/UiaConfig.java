package org.hirundo.application.config;

import java.time.Duration;

/**
 * User-interactive authentication.
 *
 * @param sessionLifetime how long a client may take from the first request to the last; default 30 minutes
 */
public record UiaConfig(Duration sessionLifetime) {

    /** What holds where nothing is configured. */
    public static final UiaConfig DEFAULT = new UiaConfig(Duration.ofMinutes(30));
}
