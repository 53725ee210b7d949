package org.hirundo.mongo.stream;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.stream.FollowerStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoFollowerStoreTest extends FollowerStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
