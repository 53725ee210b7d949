package org.hirundo.mongo.todevice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Inboxes: a document for each position at which something came for a device, so that a position is never cut in two. */
public final class MongoToDeviceStore implements ToDeviceStore {

    private static final String POSITION = Fields.ID + ".position";

    private final Database database;
    private final MongoCollection<Document> messages;

    /** On this database. */
    public MongoToDeviceStore(Database database) {
        this.database = database;
        this.messages = database.collection(InboxDocument.COLLECTION);
    }

    @Override
    public List<Waiting> inbox(UserId user, DeviceId device, StreamPosition after, StreamPosition upTo, int limit) {
        return database.call(() -> {
            var waiting = new ArrayList<Waiting>();
            var positions = messages.find(between(user, device, after, upTo))
                    .sort(Sorts.ascending(Fields.ID))
                    .limit(limit);
            for (var position : positions) {
                if (waiting.size() >= limit) {
                    break;
                }
                InboxDocument.waiting(position).forEach(waiting::add);
            }
            return waiting;
        });
    }

    @Override
    public Set<Recipient> recipients(StreamPosition after, StreamPosition upTo) {
        return database.call(() -> {
            var recipients = new HashSet<Recipient>();
            messages.find(and(gt(POSITION, after.value()), lte(POSITION, upTo.value())))
                    .projection(new Document(Fields.ID, 1))
                    .map(InboxDocument::recipient)
                    .into(recipients);
            return recipients;
        });
    }

    @Override
    public void acknowledge(UserId user, DeviceId device, StreamPosition upTo) {
        database.run(() -> messages.deleteMany(between(user, device, StreamPosition.START, upTo)));
    }

    private static Bson between(UserId user, DeviceId device, StreamPosition after, StreamPosition upTo) {
        return and(
                gt(Fields.ID, InboxDocument.id(user, device, after)),
                lte(Fields.ID, InboxDocument.id(user, device, upTo)));
    }
}
