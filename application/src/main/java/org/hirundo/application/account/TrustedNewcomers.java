package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.Identity;
import org.hirundo.application.login.Newcomers;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.domain.account.Username;

/** Gives accounts without a password to whom another service sends. */
@Singleton
public final class TrustedNewcomers implements Newcomers {

    private final AccountStore store;
    private final Usernames usernames;
    private final NewAccounts accounts;
    private final Identity identity;

    @Inject
    TrustedNewcomers(AccountStore store, Usernames usernames, NewAccounts accounts, Identity identity) {
        this.store = store;
        this.usernames = usernames;
        this.accounts = accounts;
        this.identity = identity;
    }

    @Override
    public Account account(String localpart) {
        return Username.signIn(localpart, identity.server())
                .filter(user -> user.isLocalTo(identity.server()))
                .flatMap(store::find)
                .orElseGet(() -> accounts.createWithoutPassword(usernames.available(localpart)));
    }
}
