package org.hirundo.application.preview;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.application.media.MediaRemoval;
import org.hirundo.application.port.preview.Preview;
import org.hirundo.application.port.preview.PreviewStore;

/** Previews that are too old to be asked for are dropped with their pictures. */
@Singleton
public final class DropOldPreviews {

    private static final int BATCH = 100;

    private final PreviewStore store;
    private final MediaRemoval media;
    private final PreviewConfig config;
    private final InstantSource clock;

    @Inject
    DropOldPreviews(PreviewStore store, MediaRemoval media, PreviewConfig config, InstantSource clock) {
        this.store = store;
        this.media = media;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Drops them. The pictures go first: only the previews know of them, so after a crash in between the next time finds both.
     *
     * @throws IOException when bytes cannot be deleted
     */
    public void drop() throws IOException {
        var end = clock.instant().minus(config.keptFor());
        for (var old = store.oldest(end, BATCH); !old.isEmpty(); old = store.oldest(end, BATCH)) {
            media.remove(old.stream()
                    .map(Preview::image)
                    .flatMap(image -> image.stream())
                    .toList());
            store.delete(old);
        }
    }
}
