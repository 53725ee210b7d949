package org.hirundo.mongo.event;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.event.StickyEventsContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoStickyEventsTest extends StickyEventsContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
