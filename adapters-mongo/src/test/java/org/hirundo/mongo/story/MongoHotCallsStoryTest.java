package org.hirundo.mongo.story;

import java.util.Map;
import org.hirundo.application.port.Storage;
import org.hirundo.contract.story.HotCallsStory;
import org.hirundo.contract.story.Traffic;
import org.hirundo.contract.story.Traffic.Cost;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoHotCallsStoryTest extends HotCallsStory {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Override
    protected Storage storage() {
        return MONGO.storage();
    }

    @Override
    protected Traffic traffic() {
        return MONGO.commands().traffic();
    }

    /** Beside the position, a commit writes each collection once, and the room's public face with the room. */
    @Override
    protected Map<HotCall, Cost> costs() {
        return Map.of(
                HotCall.SEND, new Cost(1, 4),
                HotCall.SYNC_ONE_MESSAGE, new Cost(0, 1),
                HotCall.SYNC_NOTHING, new Cost(0, 1),
                HotCall.CLAIM, new Cost(1, 2),
                HotCall.JOIN, new Cost(1, 7),
                HotCall.LOAD, new Cost(0, 1));
    }
}
