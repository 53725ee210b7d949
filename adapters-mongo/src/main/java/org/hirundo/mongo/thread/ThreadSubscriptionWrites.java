package org.hirundo.mongo.thread;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of subscriptions to threads. */
public final class ThreadSubscriptionWrites {

    private ThreadSubscriptionWrites() {}

    /** The subscription takes the place of the one before. */
    public static void put(Writes writes, ThreadSubscriptionChange change, StreamPosition position) {
        var document = ThreadSubscriptionDocument.of(change, position);
        writes.add(
                ThreadSubscriptionDocument.COLLECTION,
                new ReplaceOneModel<>(eq(Fields.ID, Fields.id(document)), document, new ReplaceOptions().upsert(true)));
    }
}
