package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.domain.error.UserDeactivated;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/** Who asked earlier for what is done now: what they may do is what their account may now. */
@Singleton
public final class AbsentUsers {

    private final AccountStore accounts;

    @Inject
    public AbsentUsers(AccountStore accounts) {
        this.accounts = accounts;
    }

    /**
     * The user as requester.
     *
     * @throws UserDeactivated when the account is closed, or gone
     * @throws UserLocked when it is locked
     */
    public Requester requester(UserId user, DeviceId device) {
        var account = accounts.find(user)
                .filter(found -> !found.deactivated())
                .orElseThrow(() -> new UserDeactivated("The account is closed"));
        if (account.locked()) {
            throw new UserLocked();
        }
        return new Requester(
                user,
                device,
                Requester.Kind.of(account.kind()),
                account.admin(),
                account.suspended(),
                Requester.NO_TOKEN);
    }
}
