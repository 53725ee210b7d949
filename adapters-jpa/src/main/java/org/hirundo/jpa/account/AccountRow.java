package org.hirundo.jpa.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hirundo.application.port.account.Account;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
class AccountRow {

    static final SqlTable TABLE = SqlTable.of(
            "account",
            "user_id",
            "kind, password_hash, is_admin, deactivated, erased, locked, suspended, created_at");

    @Id
    @Column(name = "user_id")
    String userId;

    @Column(name = "kind")
    String kind;

    @Column(name = "password_hash")
    @Nullable String passwordHash;

    @Column(name = "is_admin")
    boolean admin;

    @Column(name = "deactivated")
    boolean deactivated;

    @Column(name = "erased")
    boolean erased;

    @Column(name = "locked")
    boolean locked;

    @Column(name = "suspended")
    boolean suspended;

    @Column(name = "created_at")
    long createdAt;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected AccountRow() {}

    static @Nullable Object[] values(Account account) {
        return new @Nullable Object[] {
            Text.stored(account.user()),
            account.kind().name(),
            Text.stored(account.passwordHash()),
            account.admin(),
            account.deactivated(),
            account.erased(),
            account.locked(),
            account.suspended(),
            account.createdAt().toEpochMilli()
        };
    }

    void change(Account account) {
        passwordHash = Text.stored(account.passwordHash());
        admin = account.admin();
        deactivated = account.deactivated();
        erased = account.erased();
        locked = account.locked();
        suspended = account.suspended();
    }

    Account toAccount() {
        return new Account(
                UserId.parse(Text.read(userId)),
                Account.Kind.valueOf(kind),
                Text.find(passwordHash),
                admin,
                deactivated,
                erased,
                locked,
                suspended,
                Instant.ofEpochMilli(createdAt));
    }
}
