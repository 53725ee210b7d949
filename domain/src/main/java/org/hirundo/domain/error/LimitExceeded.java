package org.hirundo.domain.error;

import java.time.Duration;

/** Too many requests of this kind came. */
public final class LimitExceeded extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * With what the user is told.
     *
     * @param retryAfter when the next one is welcome
     */
    public LimitExceeded(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When the next one is welcome. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
