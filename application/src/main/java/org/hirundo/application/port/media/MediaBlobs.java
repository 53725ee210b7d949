package org.hirundo.application.port.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The bytes of media. Bytes are stored before anything refers to them, so those that nothing refers to may be new; what is
 * deleted is therefore deleted by its age.
 */
public interface MediaBlobs {

    /** Stored bytes. */
    record Stored(BlobId id, long size) {}

    /** Stored bytes to read; the caller closes the stream. */
    record Opened(InputStream bytes, long size) {}

    /**
     * Stores the stream to its end, durably, without holding it in memory. Bytes that are there already count as stored now.
     *
     * @param limit how many bytes are allowed
     * @throws org.hirundo.domain.error.MatrixException too large, and nothing is stored, when there are more
     * @throws IOException when the stream cannot be read or the bytes cannot be stored; nothing is stored then
     */
    Stored store(InputStream bytes, long limit) throws IOException;

    /** Opens stored bytes; empty when there are none of this name. */
    Optional<Opened> open(BlobId id) throws IOException;

    /** Deletes bytes that were last stored before the time; those that were stored again meanwhile stay, or are stored again. */
    void deleteStoredBefore(BlobId id, Instant time) throws IOException;

    /** Shows all bytes that were last stored before the time, so many at once; what is stored or deleted meanwhile may be missed. */
    void forEachStoredBefore(Instant time, int batch, Batch<Set<BlobId>> shown) throws IOException;

    /** What is done with each batch of a long list. */
    interface Batch<T> {

        /** Does it; what is thrown ends the list. */
        void accept(T batch) throws IOException;
    }
}
