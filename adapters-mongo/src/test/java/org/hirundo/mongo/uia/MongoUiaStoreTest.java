package org.hirundo.mongo.uia;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.uia.UiaStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoUiaStoreTest extends UiaStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
