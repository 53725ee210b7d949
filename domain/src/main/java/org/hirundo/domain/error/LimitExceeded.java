package org.hirundo.domain.error;

import java.time.Duration;

/** Too many requests of this kind came. */
public final class LimitExceeded extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** With how long to wait until the next one is welcome. */
    public LimitExceeded(Duration retryAfter) {
        super("Too many requests");
        this.retryAfter = retryAfter;
    }

    /** How long to wait until the next one is welcome. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
