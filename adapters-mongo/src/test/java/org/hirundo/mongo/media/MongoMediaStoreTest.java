package org.hirundo.mongo.media;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.media.MediaStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoMediaStoreTest extends MediaStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
