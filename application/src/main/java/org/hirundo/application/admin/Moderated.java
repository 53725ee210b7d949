package org.hirundo.application.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.hirundo.application.account.Accounts;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.UserId;

/** The accounts that an administrator may moderate: local ones, of users who are no administrators themselves. */
@Singleton
final class Moderated {

    private final Accounts accounts;
    private final Identity identity;

    @Inject
    Moderated(Accounts accounts, Identity identity) {
        this.accounts = accounts;
        this.identity = identity;
    }

    /**
     * The account.
     *
     * @throws Forbidden when the requester may not look at it; nothing is said about the account then
     * @throws InvalidParam when the user is of another server
     * @throws NotFound when there is no account, or it is deactivated
     */
    Account find(Requester requester, UserId user) {
        requester.refuseUnlessAdmin();
        if (!user.isLocalTo(identity.server())) {
            throw new InvalidParam("User does not belong to the local server.");
        }
        var account = accounts.active(user);
        if (account.admin() && !user.equals(requester.user())) {
            throw new Forbidden("The user is another administrator");
        }
        return account;
    }

    /**
     * Changes the account.
     *
     * @throws Forbidden when the requester may not, which includes the own account
     * @throws InvalidParam when the user is of another server
     * @throws NotFound when there is no account, or it is deactivated
     */
    void change(Requester requester, UserId user, UnaryOperator<Account> change) {
        find(requester, user);
        if (user.equals(requester.user())) {
            throw new Forbidden("Administrators cannot moderate themselves");
        }
        accounts.change(user, change);
    }
}
