package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.NotYetUploaded;
import org.hirundo.domain.id.MxcUri;

/** Finds media and opens their bytes. */
@Singleton
final class MediaLibrary {

    private static final System.Logger LOG = System.getLogger(MediaLibrary.class.getName());

    private final MediaStore store;
    private final MediaBlobs blobs;
    private final PendingUploads pending;
    private final MediaConfig config;
    private final InstantSource clock;

    /** A medium whose bytes have come. */
    record Present(Media media, BlobId blob) {}

    @Inject
    MediaLibrary(MediaStore store, MediaBlobs blobs, PendingUploads pending, MediaConfig config, InstantSource clock) {
        this.store = store;
        this.blobs = blobs;
        this.pending = pending;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The medium, for which the viewer waits if it is still to be uploaded.
     *
     * @throws NotFound when there is none, or none on the viewer's path
     * @throws NotYetUploaded when it is not there in time
     */
    Present find(Viewer viewer, MxcUri uri, Duration timeout) {
        try (var wait = pending.new Wait(uri)) {
            var media = visible(viewer, uri);
            if (media.blob().isEmpty()) {
                wait.await(timeout.compareTo(config.maxWait()) > 0 ? config.maxWait() : timeout);
                media = visible(viewer, uri);
            }
            var found = media;
            var blob = media.blob().orElseThrow(() -> new NotYetUploaded("Content has not yet been uploaded"));
            return new Present(found, blob);
        }
    }

    private Media visible(Viewer viewer, MxcUri uri) {
        return store.find(uri)
                .filter(media ->
                        !viewer.isUnauthenticated() || media.createdAt().isBefore(config.frozenAt()))
                .filter(media -> media.blob().isPresent() || !isExpired(media))
                .orElseThrow(MediaLibrary::notFound);
    }

    /** Whether the medium was to be uploaded and was not in time. */
    boolean isExpired(Media media) {
        var now = clock.instant();
        return media.unusedExpiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /**
     * Opens bytes that are known to be stored.
     *
     * @throws NotFound when they are lost
     */
    MediaBlobs.Opened open(BlobId blob) throws IOException {
        Optional<MediaBlobs.Opened> opened = blobs.open(blob);
        if (opened.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "The bytes of a medium are lost: {0}", blob.value());
            throw notFound();
        }
        return opened.get();
    }

    static NotFound notFound() {
        return new NotFound("Not found");
    }
}
