package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.media.ContentType;
import org.hirundo.domain.media.FileName;

/** How uploads are received, under whichever URI. */
@Singleton
final class Uploads {

    private final MediaBlobs blobs;
    private final RateLimiter limits;
    private final MediaConfig config;
    private final UploadQuota quota;

    @Inject
    Uploads(MediaBlobs blobs, RateLimiter limits, MediaConfig config, UploadQuota quota) {
        this.blobs = blobs;
        this.limits = limits;
        this.config = config;
        this.quota = quota;
    }

    /** Refuses what need not even be received. */
    void check(Requester requester, Upload upload) {
        requester.refuseGuest();
        limits.spend(requester, Cost.MEDIA_UPLOAD);
        FileName.of(upload.fileName());
        if (upload.length().orElse(0) > config.maxUploadBytes()) {
            throw new TooLarge("Cannot upload files larger than " + config.maxUploadBytes() + " bytes");
        }
        // Of an upload that does not say its length there is nothing to compare yet.
        if (upload.length().isPresent() && upload.length().getAsLong() > quota.left(requester)) {
            throw UploadQuota.reached();
        }
    }

    /** Stores the bytes, and says what is known of them then. */
    Media receive(Requester requester, MxcUri uri, Upload upload, Instant createdAt) throws IOException {
        var stored = store(upload, quota.left(requester));
        return new Media(
                uri,
                Optional.of(requester.user()),
                Optional.of(stored.id()),
                ContentType.of(upload.contentType()).value(),
                FileName.of(upload.fileName()).map(FileName::value),
                stored.size(),
                createdAt,
                Optional.empty());
    }

    private MediaBlobs.Stored store(Upload upload, long quotaLeft) throws IOException {
        try {
            return blobs.store(upload.bytes(), Math.min(config.maxUploadBytes(), quotaLeft));
        } catch (TooLarge tooLarge) {
            throw quotaLeft < config.maxUploadBytes() ? UploadQuota.reached() : tooLarge;
        }
    }

    /**
     * Writes a received medium down; its bytes are left to a sweep when there is no room for it.
     *
     * @return what writing it down gave
     * @throws org.hirundo.domain.error.Forbidden when the quota is reached
     */
    boolean admit(Requester requester, Media media, Predicate<Media> writing) {
        return quota.admit(requester, media, writing);
    }
}
