package org.hirundo.application.port.session;

import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/** What a refresh token gives: one new access token for the same user and device. */
public record RefreshGrant(TokenHash refreshToken, UserId user, DeviceId device, Optional<Instant> expiresAt) {}
