package org.hirundo.mongo.membership;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.membership.MembershipStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoMembershipStoreTest extends MembershipStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
