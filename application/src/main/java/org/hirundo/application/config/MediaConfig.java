package org.hirundo.application.config;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The content repository.
 *
 * @param maxUploadBytes the largest file that is accepted; default 100 MiB
 * @param maxThumbnailBytes the largest file that a thumbnail is made of; default 32 MiB
 * @param unusedLifetime how long a reserved media id waits for its upload; default 24 hours
 * @param maxPendingUploads how many reserved media ids of one user may wait for their uploads; default 20
 * @param maxWait the longest a download waits for an upload, whatever the client asks for; default one minute
 * @param frozenAt media that came to this server before are served without authentication too, on the old paths; by default
 *     none are
 * @param quota how much each user may upload; by default as much as there is room
 */
public record MediaConfig(
        long maxUploadBytes,
        long maxThumbnailBytes,
        Duration unusedLifetime,
        int maxPendingUploads,
        Duration maxWait,
        Instant frozenAt,
        Quota quota) {

    /** What holds where nothing is configured. */
    public static final MediaConfig DEFAULT = new MediaConfig(
            100L * 1024 * 1024,
            32L * 1024 * 1024,
            Duration.ofHours(24),
            20,
            Duration.ofMinutes(1),
            Instant.EPOCH,
            Quota.NONE);

    /**
     * How much a user may upload, counted in bytes of what was uploaded and not deleted since.
     *
     * @param total in all
     * @param perPeriod within any period of that length
     */
    public record Quota(OptionalLong total, OptionalLong perPeriod, Duration period) {

        /** As much as there is room. */
        public static final Quota NONE = new Quota(OptionalLong.empty(), OptionalLong.empty(), Duration.ofDays(30));

        /** Whether there is none. */
        public boolean isNone() {
            return total.isEmpty() && perPeriod.isEmpty();
        }
    }
}
