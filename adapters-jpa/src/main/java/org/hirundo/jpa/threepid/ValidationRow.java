package org.hirundo.jpa.threepid;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.threepid.Validation;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.jpa.common.StoredText;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "validation")
class ValidationRow {

    @Id
    @Column(name = "id")
    private String sid = "";

    @Column(name = "purpose")
    private String purpose = "";

    @Column(name = "address")
    private String address = "";

    @Column(name = "token")
    private String token = "";

    @Column(name = "send_attempt")
    private long sendAttempt;

    @Column(name = "next_link")
    private @Nullable String nextLink;

    @Column(name = "validated_at")
    private @Nullable Long validatedAt;

    @Column(name = "expires_at")
    private long expiresAt;

    ValidationRow() {}

    ValidationRow(Validation validation) {
        sid = validation.sid();
        set(validation);
    }

    final void set(Validation validation) {
        purpose = validation.purpose().name();
        address = validation.address().toString();
        token = validation.token().value();
        sendAttempt = validation.sendAttempt();
        nextLink = StoredText.of(validation.nextLink());
        validatedAt = validation.validatedAt().map(Instant::toEpochMilli).orElse(null);
        expiresAt = validation.expiresAt().toEpochMilli();
    }

    /** Notes when the token came back first. */
    void setValidated(Instant at) {
        if (validatedAt == null) {
            validatedAt = at.toEpochMilli();
        }
    }

    Validation validation() {
        return new Validation(
                sid,
                Validation.Purpose.valueOf(purpose),
                new EmailAddress(address),
                new TokenHash(token),
                sendAttempt,
                StoredText.find(nextLink),
                Optional.ofNullable(validatedAt).map(Instant::ofEpochMilli),
                Instant.ofEpochMilli(expiresAt));
    }
}
