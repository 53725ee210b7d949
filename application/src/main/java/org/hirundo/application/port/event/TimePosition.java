package org.hirundo.application.port.event;

import org.hirundo.application.port.stream.StreamPosition;

/**
 * A place in the order of time: by when events say they were sent, then by stream position.
 *
 * @param originServerTs milliseconds since the epoch; what servers say, who may be wrong
 */
public record TimePosition(long originServerTs, StreamPosition position) {

    /** The place before everything that was sent at this time. */
    public static TimePosition startOf(long originServerTs) {
        return new TimePosition(originServerTs, StreamPosition.START);
    }
}
