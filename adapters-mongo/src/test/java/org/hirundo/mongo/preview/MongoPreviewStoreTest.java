package org.hirundo.mongo.preview;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.preview.PreviewStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPreviewStoreTest extends PreviewStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
