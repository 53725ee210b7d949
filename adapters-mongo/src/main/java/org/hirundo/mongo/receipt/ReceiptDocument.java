package org.hirundo.mongo.receipt;

import org.bson.Document;
import org.hirundo.application.port.receipt.ReceiptStore.Placed;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;

/** A receipt as it is stored; its identity is room, user, type and thread (null for an unthreaded one). */
final class ReceiptDocument {

    static final String COLLECTION = "receipts";
    static final String ROOM = "_id.room";
    static final String USER = "_id.user";
    static final String POSITION = "position";

    private ReceiptDocument() {}

    static Document of(ReceiptChange receipt, StreamPosition position) {
        var id = new Document("room", receipt.room().toString())
                .append("user", receipt.user().toString())
                .append("type", receipt.type())
                .append("thread", receipt.thread().orElse(null));
        return new Document(Fields.ID, id)
                .append("event", receipt.event().toString())
                .append("originServerTs", receipt.originServerTs())
                .append(POSITION, position.value());
    }

    static Placed placed(Document document) {
        var id = Fields.id(document);
        var receipt = new ReceiptChange(
                new RoomId(id.getString("room")),
                UserId.parse(id.getString("user")),
                id.getString("type"),
                Fields.string(id, "thread"),
                new EventId(document.getString("event")),
                document.getLong("originServerTs"));
        return new Placed(receipt, new StreamPosition(document.getLong(POSITION)));
    }
}
