package org.hirundo.mongo.thread;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.thread.ThreadSubscriptionStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoThreadSubscriptionStoreTest extends ThreadSubscriptionStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
