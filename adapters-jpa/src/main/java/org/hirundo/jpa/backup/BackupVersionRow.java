package org.hirundo.jpa.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.backup.KeyBackupStore.BackupVersion;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;

/** A version of a user's key backup. It stays when it is deleted, so that its number is never used again. */
@Entity
@Table(name = "backup_version")
class BackupVersionRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "version_number")
    private long number;

    @Column(name = "algorithm")
    private String algorithm = "";

    @Column(name = "auth_data")
    private byte[] authData = {};

    @Column(name = "etag")
    private long etag;

    @Column(name = "key_count")
    private long keyCount;

    @Column(name = "deleted")
    private boolean deleted;

    BackupVersionRow() {}

    BackupVersionRow(UserId user, long number, String algorithm, JsonObject authData) {
        id = Digest.of(user, number);
        userId = user.toString();
        this.number = number;
        this.algorithm = StoredText.of(algorithm);
        set(authData);
    }

    /** The id of a version; other versions have another one, well-formed or not. */
    static String id(UserId user, String version) {
        return Digest.of(user, version);
    }

    String id() {
        return id;
    }

    boolean isDeleted() {
        return deleted;
    }

    final void set(JsonObject changed) {
        authData = StoredJson.of(changed);
    }

    void delete() {
        deleted = true;
    }

    /** Notes that keys changed, and how many more there are. */
    void changed(long added) {
        etag++;
        keyCount += added;
    }

    BackupVersion version() {
        return new BackupVersion(
                Long.toString(number), StoredText.read(algorithm), StoredJson.object(authData), etag, keyCount);
    }
}
