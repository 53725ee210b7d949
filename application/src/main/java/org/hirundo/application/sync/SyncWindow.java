package org.hirundo.application.sync;

import java.util.Optional;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.sync.Filter;

/**
 * What one answer is about: everything after a token and up to the positions that were sampled.
 *
 * @param since empty for an initial sync
 * @param ephemeralAfter the ephemeral position of the token, 0 when that belongs to another epoch
 */
record SyncWindow(
        Requester requester,
        Filter filter,
        Optional<SyncToken> since,
        boolean fullState,
        boolean stateAfter,
        StreamPosition upTo,
        long ephemeralAfter,
        long ephemeralUpTo) {

    UserId user() {
        return requester.user();
    }

    boolean isInitial() {
        return since.isEmpty();
    }

    /** The durable position of the token, the start of the stream for an initial sync. */
    StreamPosition after() {
        return since.map(SyncToken::durable).orElse(StreamPosition.START);
    }
}
