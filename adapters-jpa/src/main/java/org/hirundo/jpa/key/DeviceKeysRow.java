package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.jpa.common.SqlTable;

@Entity
@Table(name = "device_keys")
@IdClass(DeviceKeysRow.Key.class)
class DeviceKeysRow {

    static final SqlTable TABLE = SqlTable.of("device_keys", "user_id, device_id", "device_keys");

    record Key(String userId, String deviceId) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Column(name = "device_keys")
    byte[] deviceKeys;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected DeviceKeysRow() {}
}
