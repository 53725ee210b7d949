package org.hirundo.application.sync;

import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.sync.SlidingQuery;

/**
 * What one answer of sliding sync is about: everything that the client does not know yet and that happened up to the positions
 * that were sampled.
 */
record SlidingWindow(
        Requester requester, SlidingQuery query, SlidingState known, StreamPosition upTo, long ephemeralUpTo) {

    UserId user() {
        return requester.user();
    }
}
