package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.domain.account.Username;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.id.UserId;

/** Which user names can be had. */
@Singleton
final class Usernames {

    private final AccountStore accounts;
    private final Appservices services;
    private final Identity identity;

    @Inject
    Usernames(AccountStore accounts, Appservices services, Identity identity) {
        this.accounts = accounts;
        this.services = services;
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
        refuseReserved(user, Optional.empty());
        if (accounts.find(user).isPresent()) {
            throw inUse();
        }
        return user;
    }

    /**
     * Refuses a user id that another application service than this one has for itself.
     *
     * @throws Exclusive when one has
     */
    void refuseReserved(UserId user, Optional<Registration> service) {
        if (services.isReserved(user, service)) {
            throw new Exclusive("This user name is reserved by an application service");
        }
    }

    static UserInUse inUse() {
        return new UserInUse("This user name is taken");
    }
}
