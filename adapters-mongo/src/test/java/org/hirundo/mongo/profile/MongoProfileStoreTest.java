package org.hirundo.mongo.profile;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.profile.ProfileStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoProfileStoreTest extends ProfileStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
