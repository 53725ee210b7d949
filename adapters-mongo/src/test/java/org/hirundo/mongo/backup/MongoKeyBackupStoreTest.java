package org.hirundo.mongo.backup;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.backup.KeyBackupStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoKeyBackupStoreTest extends KeyBackupStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
