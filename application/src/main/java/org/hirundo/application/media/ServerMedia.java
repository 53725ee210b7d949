package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.media.ContentType;
import org.hirundo.domain.media.FileName;

/** Media that nobody uploaded: the server keeps them of its own accord, such as the pictures of previews. */
@Singleton
public final class ServerMedia {

    private final MediaStore store;
    private final MediaBlobs blobs;
    private final MediaIds ids;
    private final InstantSource clock;

    @Inject
    ServerMedia(MediaStore store, MediaBlobs blobs, MediaIds ids, InstantSource clock) {
        this.store = store;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps the bytes.
     *
     * @return where they can be read from now on
     * @throws IOException when they cannot be stored
     */
    public MxcUri keep(byte[] bytes, ContentType type, Optional<FileName> name) throws IOException {
        var stored = blobs.store(new ByteArrayInputStream(bytes), bytes.length);
        var media = new Media(
                ids.next(),
                Optional.empty(),
                Optional.of(stored.id()),
                type.value(),
                name.map(FileName::value),
                stored.size(),
                clock.instant(),
                Optional.empty());
        if (!store.add(media)) {
            throw new IllegalStateException("A media id that was never given out is taken: " + media.uri());
        }
        return media.uri();
    }
}
