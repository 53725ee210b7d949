package org.hirundo.mongo.event;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of events. */
public final class EventWrites {

    private EventWrites() {}

    /** The new events, the first of them at the position and each of the others one further. */
    public static void put(Writes writes, RoomCommit commit, StreamPosition first) {
        long position = first.value();
        for (var added : commit.events()) {
            writes.add(
                    EventDocument.COLLECTION,
                    new InsertOneModel<>(EventDocument.of(added, new StreamPosition(position++))));
        }
    }

    /** The redacted forms of events that are known by now. To be added after all new events of the transaction. */
    public static void redact(Writes writes, RoomCommit commit) {
        for (var redacted : commit.redacted()) {
            writes.add(
                    EventDocument.COLLECTION,
                    new UpdateOneModel<>(
                            eq(Fields.ID, redacted.redactedForm().id().toString()), EventDocument.redaction(redacted)));
        }
    }
}
