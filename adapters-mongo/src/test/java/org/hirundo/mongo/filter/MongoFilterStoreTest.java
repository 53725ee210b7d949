package org.hirundo.mongo.filter;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.filter.FilterStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoFilterStoreTest extends FilterStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
