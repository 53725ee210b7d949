package org.hirundo.mongo.todevice;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.mongo.common.IdPrefix;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of inboxes. */
public final class InboxWrites {

    private InboxWrites() {}

    /** The messages wait for their devices. */
    public static void put(Writes writes, ToDeviceSend send, StreamPosition position) {
        var byDevice = new LinkedHashMap<Document, List<ToDeviceSend.Message>>();
        for (var message : send.messages()) {
            byDevice.computeIfAbsent(
                            InboxDocument.id(message.recipient(), message.device(), position), id -> new ArrayList<>())
                    .add(message);
        }
        byDevice.forEach((id, messages) ->
                writes.add(InboxDocument.COLLECTION, new InsertOneModel<>(InboxDocument.of(id, messages))));
    }

    /** The inboxes of the devices go. */
    public static void remove(Writes writes, DevicesRemoved removed) {
        for (var device : removed.devices()) {
            writes.add(
                    InboxDocument.COLLECTION,
                    new DeleteManyModel<>(IdPrefix.of(InboxDocument.inbox(removed.user(), device))));
        }
    }
}
