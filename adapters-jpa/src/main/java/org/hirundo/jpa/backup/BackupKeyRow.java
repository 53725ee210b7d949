package org.hirundo.jpa.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;

/** The backed up key of a session. */
@Entity
@Table(name = "backup_key")
class BackupKeyRow {

    @Id
    @Column(name = "id")
    private String id = "";

    /** The id of the row of the version. */
    @Column(name = "backup_version")
    private String backupVersion = "";

    @Column(name = "room")
    private String room = "";

    @Column(name = "session_id")
    private String sessionId = "";

    @Column(name = "body")
    private byte[] body = {};

    BackupKeyRow() {}

    BackupKeyRow(String backupVersion, RoomId room, String session, JsonObject key) {
        id = id(backupVersion, room, session);
        this.backupVersion = backupVersion;
        this.room = room.toString();
        sessionId = StoredText.of(session);
        set(key);
    }

    static String id(String backupVersion, RoomId room, String session) {
        return Digest.of(backupVersion, room, session);
    }

    String id() {
        return id;
    }

    RoomId room() {
        return new RoomId(room);
    }

    String session() {
        return StoredText.read(sessionId);
    }

    JsonObject key() {
        return StoredJson.object(body);
    }

    final void set(JsonObject key) {
        body = StoredJson.of(key);
    }
}
