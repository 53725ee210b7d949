package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.account.PasswordHashing;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.session.TokenCache;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.profile.ProfileField;

/** Makes accounts for whoever may have one. */
@Singleton
final class NewAccounts {

    private final AccountStore accounts;
    private final PasswordHashing hashing;
    private final ProfileStore profiles;
    private final TokenCache sessions;
    private final InstantSource clock;

    @Inject
    NewAccounts(
            AccountStore accounts,
            PasswordHashing hashing,
            ProfileStore profiles,
            TokenCache sessions,
            InstantSource clock) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.hashing = hashing;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Makes an account with a password. Until its user chooses another, their display name is their localpart, as it is on
     * other servers.
     *
     * <p>The name is written first. A crash in between leaves a name that the next attempt finds, and no account without one.
     *
     * @throws UserInUse when somebody was faster
     */
    void create(UserId user, String password, boolean admin) {
        var passwordHash = hashing.hash(password);
        named(user);
        create(user, Account.Kind.USER, Optional.of(passwordHash), admin);
    }

    /**
     * Makes an account of a user of an application service, who has no password.
     *
     * @throws UserInUse when somebody has the user id
     */
    void createForService(UserId user) {
        named(user);
        create(user, Account.Kind.APPSERVICE, Optional.empty(), false);
    }

    private void named(UserId user) {
        if (accounts.find(user).isPresent()) {
            throw Usernames.inUse();
        }
        nameLikeLocalpart(user);
    }

    /**
     * Makes an account whose user signs in by other ways than a password.
     *
     * @throws UserInUse when somebody was faster
     */
    Account createWithoutPassword(UserId user) {
        nameLikeLocalpart(user);
        return create(user, Account.Kind.USER, Optional.empty(), false);
    }

    /**
     * Makes an account of a guest.
     *
     * @throws UserInUse when somebody has the user id
     */
    void createGuest(UserId user) {
        create(user, Account.Kind.GUEST, Optional.empty(), false);
    }

    /**
     * Makes a user of a guest: same user id, same sessions, but with a password.
     *
     * @throws UserInUse when it is no guest any more
     */
    void upgradeGuest(UserId guest, String password) {
        nameLikeLocalpart(guest);
        if (!accounts.upgradeGuest(guest, hashing.hash(password))) {
            throw Usernames.inUse();
        }
        sessions.forget(guest);
    }

    private void nameLikeLocalpart(UserId user) {
        var name = ProfileField.DISPLAY_NAME.name();
        profiles.update(user, profile -> profile.has(name) ? profile : profile.with(name, user.localpart()));
    }

    private Account create(UserId user, Account.Kind kind, Optional<String> passwordHash, boolean admin) {
        var account = new Account(user, kind, passwordHash, admin, false, false, false, false, clock.instant());
        if (!accounts.create(account)) {
            throw Usernames.inUse();
        }
        return account;
    }
}
