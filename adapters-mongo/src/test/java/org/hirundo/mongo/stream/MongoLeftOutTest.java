package org.hirundo.mongo.stream;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.stream.LeftOutContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLeftOutTest extends LeftOutContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
