package org.hirundo.application.port.preview;

import java.net.URI;
import java.util.Optional;
import java.util.SequencedMap;
import org.hirundo.domain.media.ContentType;

/** What a link leads to. */
public sealed interface Linked {

    /**
     * A page.
     *
     * @param properties what it says of itself in Open Graph's names, however the page itself says it; nothing about pictures
     *     but {@code og:image:alt}
     * @param image the picture that it shows of itself
     */
    record Page(SequencedMap<String, String> properties, Optional<URI> image) implements Linked {}

    /** A picture. */
    @SuppressWarnings("ArrayRecordComponent") // stored once and never compared
    record Picture(URI address, ContentType type, byte[] bytes) implements Linked {}

    /** Something to hear or to watch, which was not read. */
    record Recording(URI address, ContentType type) implements Linked {}

    /** Anything else, which was not read. */
    record Other(URI address) implements Linked {}
}
