package org.hirundo.mongo.room;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.room.RoomStoreContract;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRoomStoreTest extends RoomStoreContract {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
