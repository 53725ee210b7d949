package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.port.account.AccountStore;

/** Application services act as their senders from the beginning, so that these have accounts from the start of the server. */
@Singleton
public final class CreateServiceSenders {

    private final Appservices services;
    private final AccountStore store;
    private final NewAccounts accounts;

    @Inject
    CreateServiceSenders(Appservices services, AccountStore store, NewAccounts accounts) {
        this.services = services;
        this.store = store;
        this.accounts = accounts;
    }

    /** Makes the accounts that are not there. */
    public void create() {
        for (var service : services.all()) {
            if (store.find(service.sender()).isEmpty()) {
                accounts.createForService(service.sender());
            }
        }
    }
}
