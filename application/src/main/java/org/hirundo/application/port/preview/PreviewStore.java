package org.hirundo.application.port.preview;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Previews that were made, those of one address by the time when they were made. */
public interface PreviewStore {

    /** Keeps a preview, in place of one of the same address and time. */
    void add(Preview preview);

    /** The latest preview of the address that was made at the time or before. */
    Optional<Preview> find(URI address, Instant atOrBefore);

    /** Previews that were made before the time, the oldest first. */
    List<Preview> oldest(Instant before, int limit);

    /** Drops the previews of these addresses and times, all at once. */
    void delete(Collection<Preview> previews);
}
