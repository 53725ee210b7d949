package org.hirundo.jpa.threepid;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Digest;

@Entity
@Table(name = "threepid")
class ThreepidRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "address")
    private String address = "";

    @Column(name = "validated_at")
    private long validatedAt;

    @Column(name = "added_at")
    private long addedAt;

    ThreepidRow() {}

    ThreepidRow(UserId user, Threepid threepid) {
        id = id(threepid.address());
        userId = user.toString();
        address = threepid.address().toString();
        set(threepid);
    }

    static String id(EmailAddress address) {
        return Digest.of(Threepid.MEDIUM, address);
    }

    final void set(Threepid threepid) {
        validatedAt = threepid.validatedAt().toEpochMilli();
        addedAt = threepid.addedAt().toEpochMilli();
    }

    UserId user() {
        return UserId.parse(userId);
    }

    Threepid threepid() {
        return new Threepid(
                new EmailAddress(address), Instant.ofEpochMilli(validatedAt), Instant.ofEpochMilli(addedAt));
    }
}
