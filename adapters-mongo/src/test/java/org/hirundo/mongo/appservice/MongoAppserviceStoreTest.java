package org.hirundo.mongo.appservice;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.appservice.AppserviceStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAppserviceStoreTest extends AppserviceStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
