package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.account.PasswordHashing;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.id.UserId;

/** Makes accounts for whoever may have one. */
@Singleton
final class NewAccounts {

    private final AccountStore accounts;
    private final PasswordHashing hashing;
    private final InstantSource clock;

    @Inject
    NewAccounts(AccountStore accounts, PasswordHashing hashing, InstantSource clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.clock = clock;
    }

    /**
     * Makes an account with a password.
     *
     * @throws UserInUse when somebody was faster
     */
    void create(UserId user, String password, boolean admin) {
        create(user, Account.Kind.USER, Optional.of(hashing.hash(password)), admin);
    }

    /**
     * Makes an account of a guest.
     *
     * @throws UserInUse when somebody has the user id
     */
    void createGuest(UserId user) {
        create(user, Account.Kind.GUEST, Optional.empty(), false);
    }

    private void create(UserId user, Account.Kind kind, Optional<String> passwordHash, boolean admin) {
        var account = new Account(user, kind, passwordHash, admin, false, false, false, false, clock.instant());
        if (!accounts.create(account)) {
            throw Usernames.inUse();
        }
    }
}
