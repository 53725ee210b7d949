package org.hirundo.mongo.story;

import org.hirundo.application.port.Storage;
import org.hirundo.contract.story.ServiceKeysStory;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoServiceKeysStoryTest extends ServiceKeysStory {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }
}
