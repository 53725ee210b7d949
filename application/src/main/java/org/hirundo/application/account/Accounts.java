package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.session.TokenCache;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.UserId;

/** Changes accounts, so that every session knows of it at once. */
@Singleton
public final class Accounts {

    private final AccountStore store;
    private final UserLocks locks;
    private final TokenCache sessions;

    @Inject
    public Accounts(AccountStore store, UserLocks locks, TokenCache sessions) {
        this.store = store;
        this.locks = locks;
        this.sessions = sessions;
    }

    /**
     * The account of a user.
     *
     * @throws NotFound when there is none, or it is deactivated
     */
    public Account active(UserId user) {
        return store.find(user).filter(account -> !account.deactivated()).orElseThrow(Accounts::notFound);
    }

    /**
     * Changes the account of a user.
     *
     * @throws NotFound when there is none, or it is deactivated
     */
    public void change(UserId user, UnaryOperator<Account> change) {
        locks.with(user, () -> {
            if (!store.update(change.apply(active(user)))) {
                throw notFound();
            }
        });
        sessions.forget(user);
    }

    private static NotFound notFound() {
        return new NotFound("User not found.");
    }
}
