package org.hirundo.mongo.accountdata;

import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.accountdata.AccountDataStore.Entry;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** Account data of one type as it is stored; its identity is user, room (null for global data) and type. */
final class AccountDataDocument {

    static final String COLLECTION = "account_data";
    static final String USER = "_id.user";
    static final String POSITION = "position";

    private AccountDataDocument() {}

    static Document id(UserId user, Optional<RoomId> room, String type) {
        return new Document("user", user.toString())
                .append("room", room.map(RoomId::toString).orElse(null))
                .append("type", type);
    }

    static Document of(AccountDataChange change, StreamPosition position) {
        return new Document(Fields.ID, id(change.user(), change.room(), change.type()))
                .append("content", Json.stored(change.content()))
                .append(POSITION, position.value());
    }

    static JsonObject content(Document document) {
        return Json.object(document, "content");
    }

    static Entry entry(Document document) {
        var id = Fields.id(document);
        return new Entry(
                Fields.string(id, "room").map(RoomId::new),
                id.getString("type"),
                content(document),
                new StreamPosition(document.getLong(POSITION)));
    }
}
