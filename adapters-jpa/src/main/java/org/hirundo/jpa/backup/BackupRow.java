package org.hirundo.jpa.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.application.port.backup.KeyBackupStore.BackupVersion;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;

@Entity
@Table(name = "key_backup")
@IdClass(BackupRow.Key.class)
class BackupRow {

    static final SqlTable TABLE = SqlTable.of(
            "key_backup", "user_id, backup_version", "algorithm, auth_data, etag, key_count, deleted");

    record Key(String userId, long backupVersion) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "backup_version")
    long backupVersion;

    @Column(name = "algorithm")
    String algorithm;

    @Column(name = "auth_data")
    byte[] authData;

    @Column(name = "etag")
    long etag;

    @Column(name = "key_count")
    long keyCount;

    @Column(name = "deleted")
    boolean deleted;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected BackupRow() {}

    Key key() {
        return new Key(userId, backupVersion);
    }

    BackupVersion toVersion() {
        return new BackupVersion(
                Long.toString(backupVersion), Text.read(algorithm), Json.object(authData), etag, keyCount);
    }
}
