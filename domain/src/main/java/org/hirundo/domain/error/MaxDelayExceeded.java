package org.hirundo.domain.error;

import java.time.Duration;

/** An event was to be sent later than the server lets events wait. */
public final class MaxDelayExceeded extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final Duration maxDelay;

    /** With how long an event may wait. */
    public MaxDelayExceeded(Duration maxDelay) {
        super("The delay is longer than the server allows");
        this.maxDelay = maxDelay;
    }

    /** How long an event may wait. */
    public Duration maxDelay() {
        return maxDelay;
    }
}
