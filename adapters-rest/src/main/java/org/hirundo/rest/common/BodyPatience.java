package org.hirundo.rest.common;

import java.time.Duration;

/**
 * How long the server waits for the body of a request: for a time, and a second more for every so many bytes that came. So whoever
 * sends slowly, but sends, is waited for, and whoever stalls is not.
 */
public record BodyPatience(Duration patience) {

    /** A bad connection to a mobile phone is faster. */
    private static final long BYTES_PER_SECOND = 8 * 1024;

    /** How long all bytes together may have taken once there are so many, in nanoseconds. */
    long nanosFor(long bytes) {
        return patience.plusMillis(1000 * bytes / BYTES_PER_SECOND).toNanos();
    }
}
