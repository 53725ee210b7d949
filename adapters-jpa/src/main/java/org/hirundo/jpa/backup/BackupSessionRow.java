package org.hirundo.jpa.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.jpa.common.SqlTable;

@Entity
@Table(name = "key_backup_session")
@IdClass(BackupSessionRow.Key.class)
class BackupSessionRow {

    static final SqlTable TABLE = SqlTable.of(
            "key_backup_session", "user_id, backup_version, room_id, session_id", "session_data");

    record Key(String userId, long backupVersion, String roomId, String sessionId) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "backup_version")
    long backupVersion;

    @Id
    @Column(name = "room_id")
    String roomId;

    @Id
    @Column(name = "session_id")
    String sessionId;

    @Column(name = "session_data")
    byte[] sessionData;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected BackupSessionRow() {}
}
