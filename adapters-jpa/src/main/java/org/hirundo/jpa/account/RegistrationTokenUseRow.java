package org.hirundo.jpa.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.account.RegistrationTokenStore.Use;
import org.hirundo.jpa.common.StoredText;

@Entity
@Table(name = "registration_token_use")
class RegistrationTokenUseRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "token")
    private String token = "";

    @Column(name = "expires_at")
    private long expiresAt;

    RegistrationTokenUseRow() {}

    RegistrationTokenUseRow(Use use) {
        id = id(use);
        token = StoredText.of(use.token());
        expiresAt = use.expiresAt().toEpochMilli();
    }

    /** No slash is in the name of any token that is there. */
    static String id(Use use) {
        return StoredText.of(use.token() + "/" + use.session());
    }
}
