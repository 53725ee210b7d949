package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "device_keys")
class DeviceKeysRow {

    static final UpsertTable TABLE = UpsertTable.of("device_keys", "user_id", "device_id", "body");

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "device_id")
    private String deviceId = "";

    @Column(name = "body")
    private byte[] body = {};

    DeviceKeysRow() {}

    static @Nullable Object[] values(UserId user, DeviceId device, JsonObject keys) {
        return new @Nullable Object[] {Digest.of(user, device), user.toString(), device.toString(), StoredJson.of(keys)
        };
    }

    UserId user() {
        return UserId.parse(userId);
    }

    DeviceId device() {
        return new DeviceId(deviceId);
    }

    JsonObject keys() {
        return StoredJson.object(body);
    }
}
