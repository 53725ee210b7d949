package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.MediaStore;

/** Media are tidied up: reserved ids that nobody filled, and bytes that nothing refers to because something went wrong. */
@Singleton
public final class SweepMedia {

    /** How many bytes' names are looked up at once. */
    private static final int BATCH = 500;

    /** An upload that began in time may end later. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final MediaStore store;
    private final MediaBlobs blobs;
    private final MediaRemoval removal;
    private final InstantSource clock;

    @Inject
    SweepMedia(MediaStore store, MediaBlobs blobs, MediaRemoval removal, InstantSource clock) {
        this.store = store;
        this.blobs = blobs;
        this.removal = removal;
        this.clock = clock;
    }

    /**
     * Sweeps once.
     *
     * @throws IOException when bytes cannot be listed or deleted
     */
    public void sweep() throws IOException {
        store.deleteUnused(clock.instant().minus(LONGEST_UPLOAD));
        blobs.forEachStoredBefore(removal.settled(), BATCH, removal::removeUnreferenced);
    }
}
