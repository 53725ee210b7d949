package org.hirundo.application.port.media;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.UserId;

/** What is known of media and their thumbnails; the bytes are in {@link MediaBlobs}. */
public interface MediaStore {

    /** A thumbnail that was made. */
    record Thumbnail(
            int width, int height, String method, boolean animated, String contentType, long size, BlobId blob) {}

    /**
     * How much a user uploaded.
     *
     * @param total bytes in all
     * @param lately bytes of media that were made at a time or later
     */
    record Usage(long total, long lately) {}

    /** Adds a medium; false, and nothing is changed, when its URI is taken. */
    boolean add(Media media);

    /** The medium, or empty. */
    Optional<Media> find(MxcUri uri);

    /** Fills a reserved medium; true for exactly one of several callers, false when it is filled or not there. */
    boolean fill(Media media);

    /**
     * Keeps a thumbnail of a medium, in place of an earlier one of the same size, method and animation; nothing is kept when the
     * medium is not there, or not any more: there is no thumbnail without its medium.
     */
    void addThumbnail(MxcUri uri, Thumbnail thumbnail);

    /** The thumbnails there are. */
    List<Thumbnail> thumbnails(MxcUri uri);

    /** Media that the user uploaded or reserved, at most so many. */
    List<MxcUri> of(UserId uploader, int limit);

    /** How many bytes the media of the user have, deleted ones not counted; those are late that were made at the time or later. */
    Usage usage(UserId uploader, Instant since);

    /**
     * Drops media and all their thumbnails, all at once; what is not there is passed over.
     *
     * @return the blobs that they referred to, which others may refer to still
     */
    Set<BlobId> delete(Collection<MxcUri> uris);

    /** Drops the reserved media that were given up before the time; what was filled meanwhile stays. */
    void deleteUnused(Instant givenUpBefore);

    /** Which of the blobs a medium or a thumbnail refers to. */
    Set<BlobId> referenced(Set<BlobId> blobs);
}
