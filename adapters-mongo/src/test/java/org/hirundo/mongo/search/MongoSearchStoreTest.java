package org.hirundo.mongo.search;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.search.SearchStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSearchStoreTest extends SearchStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
