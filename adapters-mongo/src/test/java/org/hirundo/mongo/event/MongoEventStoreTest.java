package org.hirundo.mongo.event;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.event.EventStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoEventStoreTest extends EventStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
