package org.hirundo.jpa.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.RefreshGrant;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "refresh_token")
class RefreshTokenRow {

    static final SqlTable TABLE =
            SqlTable.of("refresh_token", "token_hash", "user_id, device_id, expires_at, pending");

    @Id
    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "user_id")
    String userId;

    @Column(name = "device_id")
    String deviceId;

    @Column(name = "expires_at")
    @Nullable Long expiresAt;

    /** Whether the token was given in exchange and neither it nor its partner was used yet. */
    @Column(name = "pending")
    boolean pending;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected RefreshTokenRow() {}

    static @Nullable Object[] values(RefreshGrant grant, boolean pending) {
        return new @Nullable Object[] {
            Text.stored(grant.refreshToken().value()),
            Text.stored(grant.user()),
            Text.stored(grant.device()),
            grant.expiresAt().map(Instant::toEpochMilli).orElse(null),
            pending
        };
    }

    RefreshGrant toGrant() {
        return new RefreshGrant(
                new TokenHash(Text.read(tokenHash)),
                UserId.parse(Text.read(userId)),
                new DeviceId(Text.read(deviceId)),
                Optional.ofNullable(expiresAt).map(Instant::ofEpochMilli));
    }
}
