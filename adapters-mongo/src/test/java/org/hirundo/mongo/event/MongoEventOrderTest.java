package org.hirundo.mongo.event;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.event.EventOrderContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoEventOrderTest extends EventOrderContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
