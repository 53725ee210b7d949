package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.id.MxcUri;

/**
 * Removes media for good. What is known of them goes first and their bytes afterwards, as far as nothing else refers to these: a
 * crash in between leaves bytes that nobody knows of, which {@link SweepMedia} finds, and never a medium without its bytes.
 *
 * <p>An upload does it the other way round, bytes first, so that for a moment nothing refers to bytes that are wanted. Bytes that
 * were stored lately are therefore left to a later sweep.
 */
@Singleton
public final class MediaRemoval {

    /** Longer than it takes to write down what was stored. */
    private static final Duration MOMENT = Duration.ofHours(1);

    private final MediaStore store;
    private final MediaBlobs blobs;
    private final InstantSource clock;

    @Inject
    MediaRemoval(MediaStore store, MediaBlobs blobs, InstantSource clock) {
        this.store = store;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * Removes media and their thumbnails.
     *
     * @throws IOException when bytes cannot be deleted; nobody can read the media any more all the same
     */
    public void remove(Collection<MxcUri> media) throws IOException {
        removeUnreferenced(store.delete(media));
    }

    /** Removes those of the bytes that nothing refers to. */
    void removeUnreferenced(Set<BlobId> candidates) throws IOException {
        var unreferenced = new HashSet<>(candidates);
        unreferenced.removeAll(store.referenced(candidates));
        for (var blob : unreferenced) {
            blobs.deleteStoredBefore(blob, settled());
        }
    }

    /** What was stored before has been written down since, if it is going to be. */
    Instant settled() {
        return clock.instant().minus(MOMENT);
    }
}
