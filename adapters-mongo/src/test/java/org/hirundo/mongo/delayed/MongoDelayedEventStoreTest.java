package org.hirundo.mongo.delayed;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.delayed.DelayedEventStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDelayedEventStoreTest extends DelayedEventStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
