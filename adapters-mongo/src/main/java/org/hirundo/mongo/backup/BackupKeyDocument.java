package org.hirundo.mongo.backup;

import org.bson.Document;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** A key in a backup as it is stored; its identity is user, version, room and session. */
final class BackupKeyDocument {

    static final String COLLECTION = "key_backup_keys";
    static final String SESSION = "_id.session";

    private BackupKeyDocument() {}

    static Document ofVersion(UserId user, long version) {
        return new Document("user", user.toString()).append("version", version);
    }

    static Document ofRoom(UserId user, long version, RoomId room) {
        return ofVersion(user, version).append("room", room.toString());
    }

    static Document id(UserId user, long version, RoomId room, String session) {
        return ofRoom(user, version, room).append("session", session);
    }

    static Document of(Document id, JsonObject key) {
        return new Document(Fields.ID, id).append("key", Json.stored(key));
    }

    static RoomId room(Document document) {
        return new RoomId(Fields.id(document).getString("room"));
    }

    static String session(Document document) {
        return Fields.id(document).getString("session");
    }

    static JsonObject key(Document document) {
        return Json.object(document, "key");
    }
}
