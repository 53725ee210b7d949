package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.media.ContentDisposition;
import org.hirundo.domain.media.ContentType;
import org.hirundo.domain.media.FileName;
import org.hirundo.domain.media.ThumbnailMethod;
import org.hirundo.domain.media.ThumbnailRequest;
import org.hirundo.domain.media.ThumbnailSize;
import org.hirundo.domain.media.ThumbnailSizes;

/**
 * A client wants a picture in a small form.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#thumbnails">Thumbnails</a>
 */
@Singleton
public final class GetThumbnail {

    private final MediaLibrary library;
    private final Thumbnails thumbnails;
    private final RateLimiter limits;
    private final MediaConfig config;

    @Inject
    GetThumbnail(MediaLibrary library, Thumbnails thumbnails, RateLimiter limits, MediaConfig config) {
        this.library = library;
        this.thumbnails = thumbnails;
        this.limits = limits;
        this.config = config;
    }

    /**
     * What is wanted.
     *
     * @param timeout how long to wait for the picture when it is still to be uploaded
     */
    public record Wanted(MxcUri uri, ThumbnailRequest request, Duration timeout) {}

    /**
     * The picture, at least as large as wanted if it has the pixels; the picture itself when no smaller form is large enough.
     *
     * @throws org.hirundo.domain.error.NotFound when there is none, or it came after the old paths were frozen and is asked for
     *     on one of these
     * @throws org.hirundo.domain.error.NotYetUploaded when it is not there in time
     * @throws Unknown when it is no picture that can be made smaller
     * @throws TooLarge when it is too large for that
     * @throws IOException when it cannot be read
     */
    public Content get(Viewer viewer, Wanted wanted) throws IOException {
        viewer.spend(limits);
        var found = library.find(viewer, wanted.uri(), wanted.timeout());
        if (found.media().size() > config.maxThumbnailBytes()) {
            throw new TooLarge("The content is too large to make a thumbnail of it");
        }
        var picture =
                thumbnails.measure(found).orElseThrow(() -> new Unknown("Cannot make a thumbnail of this content"));
        var size = ThumbnailSizes.DEFAULT.choose(wanted.request(), picture.width(), picture.height());
        if (size.isEmpty() && mayBeShown(found, wanted.request())) {
            return original(found);
        }
        return thumbnails.get(
                found,
                size.orElse(new ThumbnailSize(picture.width(), picture.height(), ThumbnailMethod.SCALE)),
                wanted.request().animated());
    }

    /** Whether the picture itself may stand for its thumbnail: of a safe type, and not moving unless that is wanted. */
    private static boolean mayBeShown(MediaLibrary.Present found, ThumbnailRequest request) {
        var type = new ContentType(found.media().contentType());
        return type.isThumbnail() && (request.animated() || type.essence().equals("image/jpeg"));
    }

    private Content original(MediaLibrary.Present found) throws IOException {
        var opened = library.open(found.blob());
        return new Content(
                new ContentType(found.media().contentType()),
                new ContentDisposition(true, FileName.of(found.media().fileName())),
                opened.size(),
                opened.bytes());
    }
}
