package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.media.ContentType;

/**
 * A client reserves a URI, to upload later.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixmediav1create">POST /media/v1/create</a>
 */
@Singleton
public final class ReserveMedia {

    private final MediaStore store;
    private final MediaIds ids;
    private final PendingUploads pending;
    private final RateLimiter limits;
    private final MediaConfig config;
    private final InstantSource clock;

    @Inject
    ReserveMedia(
            MediaStore store,
            MediaIds ids,
            PendingUploads pending,
            RateLimiter limits,
            MediaConfig config,
            InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.pending = pending;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    /** A reserved URI, and until when its upload may come. */
    public record Reserved(MxcUri uri, Instant expiresAt) {}

    /**
     * Reserves a URI.
     *
     * @throws org.hirundo.domain.error.LimitExceeded when too many of the user's wait for their uploads
     */
    public Reserved reserve(Requester requester) {
        requester.refuseGuest();
        limits.spend(requester, Cost.MEDIA_UPLOAD);
        var now = clock.instant();
        var expiresAt = now.plus(config.unusedLifetime());
        var uri = ids.next();
        pending.reserve(requester.user(), uri, expiresAt);
        store.add(new Media(
                uri,
                Optional.of(requester.user()),
                Optional.empty(),
                ContentType.OCTET_STREAM.value(),
                Optional.empty(),
                0,
                now,
                Optional.of(expiresAt)));
        return new Reserved(uri, expiresAt);
    }
}
