package org.hirundo.mongo.login;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.login.LoginTokenStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLoginTokenStoreTest extends LoginTokenStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
