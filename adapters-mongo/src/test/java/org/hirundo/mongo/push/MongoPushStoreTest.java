package org.hirundo.mongo.push;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.push.PushStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPushStoreTest extends PushStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
