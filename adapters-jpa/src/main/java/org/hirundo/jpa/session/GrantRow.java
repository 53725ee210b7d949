package org.hirundo.jpa.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hirundo.application.port.session.AccessGrant;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.StoredTime;
import org.jspecify.annotations.Nullable;

/**
 * An access token, with the refresh token that was given with it. {@code replaces} is the refresh token that was exchanged
 * for this pair, until the pair is first used.
 */
@Entity
@Table(name = "token_grant")
class GrantRow {

    @Id
    @Column(name = "access_token")
    private String accessToken = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "device_id")
    private String deviceId = "";

    @Column(name = "expires_at")
    private @Nullable Long expiresAt;

    @Column(name = "refresh_token")
    private @Nullable String refreshToken;

    @Column(name = "refresh_expires_at")
    private @Nullable Long refreshExpiresAt;

    @Column(name = "replaces")
    private @Nullable String replaces;

    GrantRow() {}

    GrantRow(AccessGrant access, Optional<RefreshGrant> refresh, Optional<TokenHash> replaced) {
        accessToken = access.accessToken().value();
        userId = access.user().toString();
        deviceId = access.device().toString();
        expiresAt = StoredTime.of(access.expiresAt());
        refreshToken = refresh.map(pair -> pair.refreshToken().value()).orElse(null);
        refreshExpiresAt = StoredTime.of(refresh.flatMap(RefreshGrant::expiresAt));
        replaces = replaced.map(TokenHash::value).orElse(null);
    }

    String userId() {
        return userId;
    }

    String deviceId() {
        return deviceId;
    }

    /** The refresh token this pair was exchanged for. */
    Optional<String> replaces() {
        return Optional.ofNullable(replaces);
    }

    void confirm() {
        replaces = null;
    }

    AccessGrant access() {
        return new AccessGrant(
                new TokenHash(accessToken), UserId.parse(userId), new DeviceId(deviceId), StoredTime.find(expiresAt));
    }

    Optional<RefreshGrant> refresh() {
        return Optional.ofNullable(refreshToken)
                .map(token -> new RefreshGrant(
                        new TokenHash(token),
                        UserId.parse(userId),
                        new DeviceId(deviceId),
                        StoredTime.find(refreshExpiresAt)));
    }
}
