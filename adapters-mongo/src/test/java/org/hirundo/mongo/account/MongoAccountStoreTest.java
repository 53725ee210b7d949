package org.hirundo.mongo.account;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.account.AccountStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAccountStoreTest extends AccountStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
