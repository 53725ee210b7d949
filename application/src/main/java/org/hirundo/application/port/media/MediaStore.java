package org.hirundo.application.port.media;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.MxcUri;

/** What is known of media and their thumbnails; the bytes are in {@link MediaBlobs}. */
public interface MediaStore {

    /** A thumbnail that was made. */
    record Thumbnail(
            int width, int height, String method, boolean animated, String contentType, long size, BlobId blob) {}

    /** Adds a medium; false, and nothing is changed, when its URI is taken. */
    boolean add(Media media);

    /** The medium, or empty. */
    Optional<Media> find(MxcUri uri);

    /** Fills a reserved medium; true for exactly one of several callers, false when it is filled or not there. */
    boolean fill(Media media);

    /** Keeps a thumbnail, in place of an earlier one of the same size, method and animation. */
    void addThumbnail(MxcUri uri, Thumbnail thumbnail);

    /** The thumbnails there are. */
    List<Thumbnail> thumbnails(MxcUri uri);
}
