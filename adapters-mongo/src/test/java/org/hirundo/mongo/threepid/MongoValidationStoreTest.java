package org.hirundo.mongo.threepid;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.threepid.ValidationStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoValidationStoreTest extends ValidationStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
