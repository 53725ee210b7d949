package org.hirundo.application.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How long sessions last.
 *
 * @param refreshableTokenLifetime how long the access token of a client lasts that can exchange refresh tokens; default one
 *     hour
 * @param tokenLifetime how long other access tokens last; by default for ever. When one ends, its user has to log in again but
 *     keeps the device (soft logout)
 * @param refreshTokenLifetime how long a refresh token lasts when it is not used; by default for ever
 */
public record SessionConfig(
        Duration refreshableTokenLifetime, Optional<Duration> tokenLifetime, Optional<Duration> refreshTokenLifetime) {

    /** What holds where nothing is configured. */
    public static final SessionConfig DEFAULT =
            new SessionConfig(Duration.ofHours(1), Optional.empty(), Optional.empty());
}
