package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.jpa.common.SqlTable;

/** Where the next upload of a device's one-time keys goes on counting; who changes the keys of a device locks it first. */
@Entity
@Table(name = "key_upload")
@IdClass(KeyUploadRow.Key.class)
class KeyUploadRow {

    static final SqlTable TABLE = SqlTable.of("key_upload", "user_id, device_id", "next_ordinal");

    record Key(String userId, String deviceId) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Column(name = "next_ordinal")
    long nextOrdinal;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected KeyUploadRow() {}
}
