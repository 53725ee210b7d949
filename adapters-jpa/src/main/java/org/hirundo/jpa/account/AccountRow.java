package org.hirundo.jpa.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.account.Account;
import org.hirundo.domain.id.UserId;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
class AccountRow {

    @Id
    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "kind")
    private String kind = "";

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "admin")
    private boolean admin;

    @Column(name = "deactivated")
    private boolean deactivated;

    @Column(name = "erased")
    private boolean erased;

    @Column(name = "locked")
    private boolean locked;

    @Column(name = "suspended")
    private boolean suspended;

    @Column(name = "created_at")
    private long createdAt;

    AccountRow() {}

    AccountRow(Account account) {
        userId = account.user().toString();
        kind = account.kind().name();
        createdAt = account.createdAt().toEpochMilli();
        set(account);
    }

    /** Takes over what of an account may change. */
    final void set(Account account) {
        passwordHash = account.passwordHash().orElse(null);
        admin = account.admin();
        deactivated = account.deactivated();
        erased = account.erased();
        locked = account.locked();
        suspended = account.suspended();
    }

    /** Makes a user of a guest; false when it is none. */
    boolean upgrade(String hash) {
        var isGuest = kind.equals(Account.Kind.GUEST.name()) && !deactivated;
        if (isGuest) {
            kind = Account.Kind.USER.name();
            passwordHash = hash;
        }
        return isGuest;
    }

    Account account() {
        return new Account(
                UserId.parse(userId),
                Account.Kind.valueOf(kind),
                Optional.ofNullable(passwordHash),
                admin,
                deactivated,
                erased,
                locked,
                suspended,
                Instant.ofEpochMilli(createdAt));
    }
}
