package org.hirundo.application.sync;

import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.sync.SlidingQuery;

/**
 * A request of a client for sliding sync.
 *
 * @param pos the position that the last answer of the connection gave; empty for the first request of a connection
 * @param timeout how long to wait for news; the first request never waits
 * @param presence what the user is marked as by syncing
 */
public record SlidingRequest(
        Requester requester, Optional<String> pos, Duration timeout, Presence presence, SlidingQuery query) {}
