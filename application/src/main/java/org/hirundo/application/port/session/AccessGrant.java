package org.hirundo.application.port.session;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * What an access token gives: to act as a user on a device.
 *
 * @param expiresAt empty when it does not expire
 */
public record AccessGrant(TokenHash accessToken, UserId user, DeviceId device, Optional<Instant> expiresAt) {}
