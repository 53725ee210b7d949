package org.hirundo.mongo.push;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.push.PushStore.Mailed;
import org.hirundo.application.port.push.PushStore.Waiting;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** A pusher as it is stored, with what waits for it, which is little; its identity is user, app and pushkey. */
final class PusherDocument {

    static final String COLLECTION = "pushers";
    static final String USER = "_id.user";
    static final String APP = "_id.app";
    static final String PUSHKEY = "_id.pushkey";
    static final String DEVICE = "device";
    static final String WAITING = "waiting";
    static final String POSITION = "position";

    /** What mails told the user of, written and read as a whole; absent when there was none. */
    static final String MAILED = "mailed";

    private static final String ROOM = "room";
    private static final String AT = "at";
    private static final String MAILS = "mails";
    private static final String DESCRIPTION = "description";
    private static final String SET_AT = "setAt";
    private static final String EVENT = "event";
    private static final String TWEAKS = "tweaks";

    private PusherDocument() {}

    static Document id(Pusher.Key key) {
        return new Document("user", key.user().toString())
                .append("app", key.app())
                .append("pushkey", key.pushkey());
    }

    static Pusher.Key key(Document document) {
        var id = Fields.id(document);
        return new Pusher.Key(UserId.parse(id.getString("user")), id.getString("app"), id.getString("pushkey"));
    }

    /** The update that puts the pusher there; what waits stays. */
    static Bson update(Pusher pusher) {
        return combine(
                set(DEVICE, pusher.device().toString()),
                set(DESCRIPTION, Json.stored(pusher.description())),
                set(SET_AT, Date.from(pusher.setAt())),
                setOnInsert(WAITING, List.of()));
    }

    static Pusher pusher(Document document) {
        return new Pusher(
                key(document),
                new DeviceId(document.getString(DEVICE)),
                Json.object(document, DESCRIPTION),
                document.getDate(SET_AT).toInstant());
    }

    static List<Document> mailed(Map<RoomId, Mailed> rooms) {
        return rooms.entrySet().stream()
                .map(room -> new Document(ROOM, room.getKey().value())
                        .append(POSITION, room.getValue().upTo().value())
                        .append(AT, Date.from(room.getValue().at()))
                        .append(MAILS, room.getValue().mails()))
                .toList();
    }

    static Map<RoomId, Mailed> mailed(Document document) {
        return document.getList(MAILED, Document.class, List.of()).stream()
                .collect(Collectors.toMap(
                        room -> new RoomId(room.getString(ROOM)),
                        room -> new Mailed(
                                new StreamPosition(room.getLong(POSITION)),
                                room.getDate(AT).toInstant(),
                                room.getInteger(MAILS))));
    }

    static Document waiting(Waiting push) {
        return new Document(POSITION, push.position().value())
                .append(EVENT, push.event().toString())
                .append(TWEAKS, Json.stored(push.tweaks()));
    }

    static List<Waiting> waiting(Document document) {
        var key = key(document);
        return document.getList(WAITING, Document.class).stream()
                .map(push -> new Waiting(
                        key,
                        new StreamPosition(push.getLong(POSITION)),
                        new EventId(push.getString(EVENT)),
                        Json.object(push, TWEAKS)))
                .toList();
    }
}
