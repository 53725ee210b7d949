package org.hirundo.mongo.accountdata;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.accountdata.AccountDataStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAccountDataStoreTest extends AccountDataStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
