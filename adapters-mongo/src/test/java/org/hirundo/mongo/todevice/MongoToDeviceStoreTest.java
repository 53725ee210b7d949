package org.hirundo.mongo.todevice;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.todevice.ToDeviceStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoToDeviceStoreTest extends ToDeviceStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
