package org.hirundo.application.upkeep;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.hirundo.application.media.SweepMedia;
import org.hirundo.application.preview.DropOldPreviews;
import org.hirundo.application.time.Alarms;

/**
 * Tidies up now and then. All of it may be interrupted at any point and done twice, also by two servers at once; what fails is
 * tried again the next time.
 */
@Singleton
public final class Upkeep implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

    /** Not at the start, when there is enough to do. */
    private static final Duration EVERY = Duration.ofHours(1);

    private final DropOldPreviews dropOldPreviews;
    private final SweepMedia sweepMedia;
    private final Alarms alarms;
    private final InstantSource clock;
    private volatile boolean closed;

    @Inject
    Upkeep(DropOldPreviews dropOldPreviews, SweepMedia sweepMedia, Alarms alarms, InstantSource clock) {
        this.dropOldPreviews = dropOldPreviews;
        this.sweepMedia = sweepMedia;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Begins; called once. */
    public void begin() {
        alarms.at(clock.instant().plus(EVERY), this::tidyUp);
    }

    private void tidyUp() {
        if (closed) {
            return;
        }
        try {
            dropOldPreviews.drop();
            sweepMedia.sweep();
        } catch (IOException | RuntimeException failure) {
            if (!closed) {
                LOG.log(System.Logger.Level.WARNING, "Tidying up failed, and is tried again later", failure);
            }
        }
        begin();
    }

    /** Nothing more is begun. What is being done is not waited for: it fails when the storage is closed, and that does no harm. */
    @Override
    public void close() {
        closed = true;
    }
}
