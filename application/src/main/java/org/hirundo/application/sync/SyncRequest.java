package org.hirundo.application.sync;

import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.sync.Filter;

/**
 * What a client asks of {@code /sync}.
 *
 * @param since how far it has seen; empty for an initial sync
 * @param fullState whether the state of all joined rooms is wanted even when nothing happened
 * @param stateAfter whether the state after the timeline is wanted in place of that before it
 * @param timeout how long to wait for news
 * @param presence what the user is marked as by syncing
 */
public record SyncRequest(
        Requester requester,
        Optional<SyncToken> since,
        Filter filter,
        boolean fullState,
        boolean stateAfter,
        Duration timeout,
        Presence presence) {}
