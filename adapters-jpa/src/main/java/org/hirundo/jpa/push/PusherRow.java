package org.hirundo.jpa.push;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.hirundo.application.port.push.PushStore.Mailed;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;

@Entity
@Table(name = "pusher")
class PusherRow {

    private static final String POSITION = "position";
    private static final String AT = "at";
    private static final String MAILS = "mails";

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "device_id")
    private String deviceId = "";

    @Column(name = "app")
    private String app = "";

    @Column(name = "pushkey")
    private String pushkey = "";

    /** The digest of app and pushkey, which several users may share. */
    @Column(name = "target")
    private String target = "";

    @Column(name = "set_at")
    private long setAt;

    @Column(name = "body")
    private byte[] body = {};

    @Column(name = "mailed")
    private byte[] mailed = StoredJson.of(JsonObject.EMPTY);

    PusherRow() {}

    PusherRow(Pusher pusher) {
        var key = pusher.key();
        id = id(key);
        userId = key.user().toString();
        app = StoredText.of(key.app());
        pushkey = StoredText.of(key.pushkey());
        target = target(key);
        set(pusher);
    }

    static String id(Pusher.Key key) {
        return Digest.of(key.user(), key.app(), key.pushkey());
    }

    static String target(Pusher.Key key) {
        return Digest.of(key.app(), key.pushkey());
    }

    final void set(Pusher pusher) {
        deviceId = pusher.device().toString();
        setAt = pusher.setAt().toEpochMilli();
        body = StoredJson.of(pusher.description());
    }

    final void setMailed(Map<RoomId, Mailed> rooms) {
        var noted = JsonObject.builder();
        rooms.forEach((room, last) -> noted.put(
                room.value(),
                JsonObject.EMPTY
                        .with(POSITION, last.upTo().value())
                        .with(AT, last.at().toEpochMilli())
                        .with(MAILS, last.mails())));
        mailed = StoredJson.of(noted.build());
    }

    Map<RoomId, Mailed> mailed() {
        var noted = StoredJson.object(mailed);
        return noted.names().stream()
                .collect(Collectors.toMap(
                        RoomId::new, room -> mailed(noted.object(room).orElseThrow())));
    }

    private static Mailed mailed(JsonObject last) {
        return new Mailed(
                new StreamPosition(last.integer(POSITION).orElseThrow()),
                Instant.ofEpochMilli(last.integer(AT).orElseThrow()),
                Math.toIntExact(last.integer(MAILS).orElseThrow()));
    }

    String id() {
        return id;
    }

    Pusher.Key key() {
        return new Pusher.Key(UserId.parse(userId), StoredText.read(app), StoredText.read(pushkey));
    }

    Pusher pusher() {
        return new Pusher(key(), new DeviceId(deviceId), StoredJson.object(body), Instant.ofEpochMilli(setAt));
    }
}
