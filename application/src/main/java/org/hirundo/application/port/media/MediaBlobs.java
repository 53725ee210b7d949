package org.hirundo.application.port.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of media. */
public interface MediaBlobs {

    /** Stored bytes. */
    record Stored(BlobId id, long size) {}

    /** Stored bytes to read; the caller closes the stream. */
    record Opened(InputStream bytes, long size) {}

    /**
     * Stores the stream to its end, durably, without holding it in memory.
     *
     * @param limit how many bytes are allowed
     * @throws org.hirundo.domain.error.MatrixException too large, and nothing is stored, when there are more
     * @throws IOException when the stream cannot be read or the bytes cannot be stored; nothing is stored then
     */
    Stored store(InputStream bytes, long limit) throws IOException;

    /** Opens stored bytes; empty when there are none of this name. */
    Optional<Opened> open(BlobId id) throws IOException;

    /** Deletes stored bytes, if they are there. */
    void delete(BlobId id) throws IOException;
}
