package org.hirundo.application.rendezvous;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.RendezvousConfig;
import org.hirundo.application.config.RendezvousConfig.Access;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.error.ConcurrentWrite;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.error.Unrecognized;

/**
 * What devices left for each other, in memory alone: it lives for minutes, and devices that lose it begin anew. There are never more
 * than so many, of so many bytes each.
 */
@Singleton
final class RendezvousBoard {

    /** 16 MiB in all at most, with four bytes a character. */
    private static final int MAX_SESSIONS = 2000;

    private static final int MAX_BYTES = 4096;
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int RANDOM_BYTES = 18;

    private final RendezvousConfig config;
    private final RateLimiter limits;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** By id, the oldest first, which is the one that expires first; guarded by this object. */
    private final SequencedMap<String, Session> sessions = new LinkedHashMap<>();

    private record Session(String data, String sequenceToken, Instant expiresAt) {}

    @Inject
    RendezvousBoard(RendezvousConfig config, RateLimiter limits, InstantSource clock, RandomGenerator random) {
        this.config = config;
        this.limits = limits;
        this.clock = clock;
        this.random = random;
    }

    /** Spends of the allowance of the address, when devices can meet here at all. */
    void admit(String address) {
        if (config.access() == Access.OFF) {
            throw new Unrecognized("Devices cannot meet here");
        }
        limits.spendFrom(address, Cost.RENDEZVOUS);
    }

    synchronized Rendezvous create(String data) {
        checkSize(data);
        var now = clock.instant();
        dropExpired(now);
        if (sessions.size() >= MAX_SESSIONS) {
            throw new LimitExceeded(
                    Duration.between(now, sessions.firstEntry().getValue().expiresAt()));
        }
        var id = token();
        var session = new Session(data, token(), now.plus(LIFETIME));
        sessions.put(id, session);
        return shown(id, session, now);
    }

    synchronized Rendezvous find(String id) {
        var now = clock.instant();
        return shown(id, get(id, now), now);
    }

    synchronized Rendezvous replace(String id, String seen, String data) {
        checkSize(data);
        var now = clock.instant();
        var session = get(id, now);
        if (session.sequenceToken().equals(seen)) {
            session = new Session(data, token(), session.expiresAt());
            sessions.replace(id, session);
        } else if (!session.data().equals(data)) {
            throw new ConcurrentWrite("The other device wrote in between");
        }
        return shown(id, session, now);
    }

    synchronized void remove(String id) {
        get(id, clock.instant());
        sessions.remove(id);
    }

    private Session get(String id, Instant now) {
        dropExpired(now);
        return Optional.ofNullable(sessions.get(id))
                .orElseThrow(() -> new NotFound("There is no such rendezvous, or no longer"));
    }

    private void dropExpired(Instant now) {
        while (!sessions.isEmpty()
                && !sessions.firstEntry().getValue().expiresAt().isAfter(now)) {
            sessions.pollFirstEntry();
        }
    }

    private static Rendezvous shown(String id, Session session, Instant now) {
        return new Rendezvous(id, session.data(), session.sequenceToken(), Duration.between(now, session.expiresAt()));
    }

    private static void checkSize(String data) {
        if (data.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new TooLarge("data has at most " + MAX_BYTES + " bytes");
        }
    }

    private String token() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return UnpaddedBase64.encodeUrlSafe(bytes);
    }
}
