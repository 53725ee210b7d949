package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;

/** Numbers that are used once, so that a request with a shared secret cannot be repeated by somebody who saw it. */
@Singleton
final class RegistrationNonces {

    private static final int BYTES = 32;
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    /** Beyond so many the oldest is forgotten. */
    private static final int MAX = 1000;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final LinkedHashMap<String, Instant> expiry = new LinkedHashMap<>();

    @Inject
    RegistrationNonces(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new one. */
    synchronized String issue() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var nonce = HexFormat.of().formatHex(bytes);
        expiry.put(nonce, clock.instant().plus(LIFETIME));
        if (expiry.size() > MAX) {
            expiry.pollFirstEntry();
        }
        return nonce;
    }

    /** Whether it was issued a short time ago and not used since; it is used now. */
    synchronized boolean use(String nonce) {
        var end = expiry.remove(nonce);
        return end != null && clock.instant().isBefore(end);
    }
}
