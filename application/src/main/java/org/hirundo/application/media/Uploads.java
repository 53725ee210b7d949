package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
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

    @Inject
    Uploads(MediaBlobs blobs, RateLimiter limits, MediaConfig config) {
        this.blobs = blobs;
        this.limits = limits;
        this.config = config;
    }

    /** Refuses what need not even be received. */
    void check(Requester requester, Upload upload) {
        requester.refuseGuest();
        limits.spend(requester, Cost.MEDIA_UPLOAD);
        FileName.of(upload.fileName());
        if (upload.length().orElse(0) > config.maxUploadBytes()) {
            throw new TooLarge("Cannot upload files larger than " + config.maxUploadBytes() + " bytes");
        }
    }

    /** Stores the bytes, and says what is known of them then. */
    Media receive(Requester requester, MxcUri uri, Upload upload, Instant createdAt) throws IOException {
        var stored = blobs.store(upload.bytes(), config.maxUploadBytes());
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
}
