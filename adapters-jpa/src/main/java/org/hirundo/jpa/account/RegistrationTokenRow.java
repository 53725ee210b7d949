package org.hirundo.jpa.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.account.RegistrationToken;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "registration_token")
class RegistrationTokenRow {

    @Id
    @Column(name = "id")
    private String token = "";

    @Column(name = "uses_allowed")
    private @Nullable Integer usesAllowed;

    @Column(name = "completed")
    private int completed;

    @Column(name = "expires_at")
    private @Nullable Long expiresAt;

    RegistrationTokenRow() {}

    RegistrationTokenRow(RegistrationToken token) {
        this.token = token.token();
        this.usesAllowed = token.usesAllowed().orElse(null);
        this.completed = token.completed();
        this.expiresAt = token.expiresAt().map(Instant::toEpochMilli).orElse(null);
    }

    String token() {
        return token;
    }

    RegistrationToken with(int pending) {
        return new RegistrationToken(
                token,
                Optional.ofNullable(usesAllowed),
                pending,
                completed,
                Optional.ofNullable(expiresAt).map(Instant::ofEpochMilli));
    }
}
