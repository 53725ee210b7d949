package org.hirundo.application.port.session;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * A device of a local user.
 *
 * @param lastSeenAt when it was last used, to the minute or so; empty when never
 */
public record Device(
        UserId user,
        DeviceId id,
        Optional<String> displayName,
        Optional<Instant> lastSeenAt,
        Optional<String> lastSeenIp) {}
