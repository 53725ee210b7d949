package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.media.ContentDisposition;
import org.hirundo.domain.media.ContentType;
import org.hirundo.domain.media.FileName;

/**
 * A client downloads a file.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mediadownloadservernamemediaid">GET
 *     /media/download/{serverName}/{mediaId}</a>
 */
@Singleton
public final class DownloadMedia {

    private final MediaLibrary library;
    private final RateLimiter limits;

    @Inject
    DownloadMedia(MediaLibrary library, RateLimiter limits) {
        this.library = library;
        this.limits = limits;
    }

    /**
     * What is wanted.
     *
     * @param fileName a name for it in place of its own
     * @param timeout how long to wait for it when it is still to be uploaded
     */
    public record Download(MxcUri uri, Optional<String> fileName, Duration timeout) {}

    /**
     * The file.
     *
     * @throws org.hirundo.domain.error.NotFound when there is none, or it came after the old paths were frozen and is asked for
     *     on one of these
     * @throws org.hirundo.domain.error.NotYetUploaded when it is not there in time
     * @throws IOException when it cannot be read
     */
    public Content download(Viewer viewer, Download download) throws IOException {
        viewer.spend(limits);
        var wantedName = FileName.of(download.fileName());
        var found = library.find(viewer, download.uri(), download.timeout());
        var type = new ContentType(found.media().contentType());
        var name = wantedName.or(() -> FileName.of(found.media().fileName()));
        var opened = library.open(found.blob());
        return new Content(type, ContentDisposition.of(type, name), opened.size(), opened.bytes());
    }
}
