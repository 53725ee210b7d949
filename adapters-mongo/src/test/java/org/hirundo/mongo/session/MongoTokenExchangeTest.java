package org.hirundo.mongo.session;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.session.TokenExchangeContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoTokenExchangeTest extends TokenExchangeContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
