package org.hirundo.mongo.threepid;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.threepid.ThreepidStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoThreepidStoreTest extends ThreepidStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
