package org.hirundo.jpa.common;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as they are stored: milliseconds since the epoch, for no two databases agree on a type for them. */
public final class StoredTime {

    private StoredTime() {}

    /** The time as it is stored, null when there is none. */
    public static @Nullable Long of(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }

    /** The time that was stored, empty when there was none. */
    public static Optional<Instant> find(@Nullable Long stored) {
        return Optional.ofNullable(stored).map(Instant::ofEpochMilli);
    }
}
