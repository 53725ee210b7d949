package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.domain.account.Username;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.id.UserId;

/** Which user names can be had. */
@Singleton
final class Usernames {

    private final AccountStore accounts;
    private final ExclusiveUsers exclusive;
    private final Identity identity;

    @Inject
    Usernames(AccountStore accounts, ExclusiveUsers exclusive, Identity identity) {
        this.accounts = accounts;
        this.exclusive = exclusive;
        this.identity = identity;
    }

    /**
     * The user id that somebody would get for the user name now.
     *
     * @throws org.hirundo.domain.error.InvalidUsername when no user id can be made of it
     * @throws Exclusive when the server or an application service has it for itself
     * @throws UserInUse when somebody has it, or had it once
     */
    UserId available(String username) {
        var user = Username.register(username, identity.server());
        if (user.equals(identity.noticesUser())) {
            throw new Exclusive("This user name is reserved by the server");
        }
        if (exclusive.isExclusive(user)) {
            throw new Exclusive("This user name is reserved by an application service");
        }
        if (accounts.find(user).isPresent()) {
            throw inUse();
        }
        return user;
    }

    static UserInUse inUse() {
        return new UserInUse("This user name is taken");
    }
}
