package org.hirundo.mongo.directory;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.directory.DirectoryStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDirectoryStoreTest extends DirectoryStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
