package org.hirundo.mongo.receipt;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.receipt.ReceiptStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoReceiptStoreTest extends ReceiptStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
