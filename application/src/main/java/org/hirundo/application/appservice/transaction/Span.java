package org.hirundo.application.appservice.transaction;

import org.hirundo.application.port.stream.StreamPosition;

/** A part of the durable and of the ephemeral stream: from after the first to the second position of each. */
record Span(StreamPosition after, StreamPosition upTo, long ephemeralAfter, long ephemeralUpTo) {

    /** The same, not further than this. */
    Span upTo(StreamPosition end) {
        return new Span(after, end, ephemeralAfter, ephemeralUpTo);
    }
}
