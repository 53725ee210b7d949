package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.MxcUri;

/**
 * A client uploads a file.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixmediav3upload">POST /media/v3/upload</a>
 */
@Singleton
public final class UploadMedia {

    private final MediaStore store;
    private final Uploads uploads;
    private final MediaIds ids;
    private final InstantSource clock;

    @Inject
    UploadMedia(MediaStore store, Uploads uploads, MediaIds ids, InstantSource clock) {
        this.store = store;
        this.uploads = uploads;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps the file.
     *
     * @return where it can be read from now on
     * @throws org.hirundo.domain.error.TooLarge when it is too large
     * @throws org.hirundo.domain.error.Forbidden when the user has reached the quota
     * @throws IOException when it cannot be received or stored
     */
    public MxcUri upload(Requester requester, Upload upload) throws IOException {
        uploads.check(requester, upload);
        var media = uploads.receive(requester, ids.next(), upload, clock.instant());
        if (!uploads.admit(requester, media, store::add)) {
            throw new IllegalStateException("A media id that was never given out is taken: " + media.uri());
        }
        return media.uri();
    }
}
