package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.CannotOverwriteMedia;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.MxcUri;

/**
 * A client uploads a file to a URI that it reserved.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixmediav3uploadservernamemediaid">PUT
 *     /media/v3/upload/{serverName}/{mediaId}</a>
 */
@Singleton
public final class FillMedia {

    private final MediaStore store;
    private final MediaLibrary library;
    private final Uploads uploads;
    private final PendingUploads pending;

    @Inject
    FillMedia(MediaStore store, MediaLibrary library, Uploads uploads, PendingUploads pending) {
        this.store = store;
        this.library = library;
        this.uploads = uploads;
        this.pending = pending;
    }

    /**
     * Keeps the file, and tells those who wait for it.
     *
     * @throws NotFound when the URI was not reserved, or too long ago
     * @throws Forbidden when somebody else reserved it, or the user has reached the quota
     * @throws CannotOverwriteMedia when there is a file already
     * @throws org.hirundo.domain.error.TooLarge when the file is too large
     * @throws IOException when it cannot be received or stored
     */
    public void fill(Requester requester, MxcUri uri, Upload upload) throws IOException {
        uploads.check(requester, upload);
        var reserved = reserved(requester, uri);
        var media = uploads.receive(requester, uri, upload, reserved.createdAt());
        if (!uploads.admit(requester, media, store::fill)) {
            throw taken();
        }
        pending.arrived(requester.user(), uri);
    }

    private Media reserved(Requester requester, MxcUri uri) {
        var media = store.find(uri).orElseThrow(MediaLibrary::notFound);
        if (media.uploader().filter(requester.user()::equals).isEmpty()) {
            throw new Forbidden("Somebody else reserved this media id");
        }
        if (media.blob().isPresent()) {
            throw taken();
        }
        if (library.isExpired(media)) {
            throw new NotFound("The media id has expired");
        }
        return media;
    }

    private static CannotOverwriteMedia taken() {
        return new CannotOverwriteMedia("Media ID already has content");
    }
}
