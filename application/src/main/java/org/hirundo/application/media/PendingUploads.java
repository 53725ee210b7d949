package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Media ids that wait for their uploads: how many a user has, and who waits to read them. Kept in memory; after a restart users
 * begin to count from zero, which harms nobody.
 */
@Singleton
final class PendingUploads {

    private final MediaConfig config;
    private final InstantSource clock;

    /** By user, until when the upload of each id may come. */
    private final ConcurrentHashMap<UserId, Map<MxcUri, Instant>> pending = new ConcurrentHashMap<>();

    /** Opened when the upload has come; there only while somebody waits. */
    private final ConcurrentHashMap<MxcUri, Arrival> arrivals = new ConcurrentHashMap<>();

    private record Arrival(CountDownLatch latch, int waiting) {}

    @Inject
    PendingUploads(MediaConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts an id that the user reserves.
     *
     * @throws LimitExceeded when the user has too many that wait
     */
    void reserve(UserId user, MxcUri uri, Instant expiresAt) {
        var now = clock.instant();
        pending.compute(user, (owner, known) -> {
            var left = known == null ? new HashMap<MxcUri, Instant>() : new HashMap<>(known);
            left.values().removeIf(end -> !now.isBefore(end));
            if (left.size() >= config.maxPendingUploads()) {
                throw new LimitExceeded(Duration.between(now, Collections.min(left.values())));
            }
            left.put(uri, expiresAt);
            return left;
        });
    }

    /** The upload has come. */
    void arrived(UserId user, MxcUri uri) {
        pending.computeIfPresent(user, (owner, known) -> {
            var left = new HashMap<>(known);
            left.remove(uri);
            @Nullable Map<MxcUri, Instant> kept = left.isEmpty() ? null : left;
            return kept;
        });
        var arrival = arrivals.get(uri);
        if (arrival != null) {
            arrival.latch().countDown();
        }
    }

    /** A place to wait for an upload. Registered before looking whether the upload has come, so that it cannot be missed. */
    final class Wait implements AutoCloseable {

        private final MxcUri uri;
        private final CountDownLatch latch;

        Wait(MxcUri uri) {
            this.uri = uri;
            latch = arrivals.compute(
                            uri,
                            (key, known) -> known == null
                                    ? new Arrival(new CountDownLatch(1), 1)
                                    : new Arrival(known.latch(), known.waiting() + 1))
                    .latch();
        }

        /** Waits for the upload; false when the time is over, or the thread was interrupted and is to end. */
        boolean await(Duration time) {
            try {
                return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            arrivals.computeIfPresent(uri, (key, known) -> {
                @Nullable Arrival kept = known.waiting() == 1 ? null : new Arrival(known.latch(), known.waiting() - 1);
                return kept;
            });
        }
    }
}
