package org.hirundo.mongo.account;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.account.RegistrationTokenStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRegistrationTokenStoreTest extends RegistrationTokenStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
