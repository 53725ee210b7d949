package org.hirundo.jpa.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.domain.id.UserId;

@Entity
@Table(name = "login_token")
class LoginTokenRow {

    @Id
    @Column(name = "id")
    private String token = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "expires_at")
    private long expiresAt;

    LoginTokenRow() {}

    LoginTokenRow(TokenHash token, UserId user, Instant expiresAt) {
        this.token = token.value();
        this.userId = user.toString();
        this.expiresAt = expiresAt.toEpochMilli();
    }

    UserId user() {
        return UserId.parse(userId);
    }

    boolean isValid(Instant now) {
        return expiresAt > now.toEpochMilli();
    }
}
