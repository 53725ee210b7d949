package org.hirundo.application.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls between clients.
 *
 * @param turnUris the TURN servers that clients use; none by default
 * @param turnSharedSecret the secret that the TURN servers share with this one; none by default
 * @param turnLifetime how long credentials for them are good; default a day
 * @param livekitServices the LiveKit services that let clients into calls of many (MSC4143), the best first; none by default
 */
public record VoipConfig(
        List<String> turnUris, Optional<String> turnSharedSecret, Duration turnLifetime, List<URI> livekitServices) {

    /** What holds where nothing is configured. */
    public static final VoipConfig DEFAULT = new VoipConfig(List.of(), Optional.empty(), Duration.ofDays(1), List.of());

    public VoipConfig {
        turnUris = List.copyOf(turnUris);
        livekitServices = List.copyOf(livekitServices);
    }
}
