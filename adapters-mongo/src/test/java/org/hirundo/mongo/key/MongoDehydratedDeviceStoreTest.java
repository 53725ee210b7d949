package org.hirundo.mongo.key;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.key.DehydratedDeviceStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDehydratedDeviceStoreTest extends DehydratedDeviceStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
