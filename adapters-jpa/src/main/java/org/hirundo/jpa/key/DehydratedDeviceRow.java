package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.key.DehydratedDeviceStore.Dehydrated;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "dehydrated_device")
class DehydratedDeviceRow {

    static final UpsertTable TABLE = UpsertTable.of("dehydrated_device", "device_id", "device_data");

    @Id
    @Column(name = "id")
    private String userId = "";

    @Column(name = "device_id")
    private String deviceId = "";

    @Column(name = "device_data")
    private byte[] deviceData = {};

    DehydratedDeviceRow() {}

    static @Nullable Object[] values(DeviceDehydrated change) {
        return new @Nullable Object[] {
            change.user().toString(), change.device().toString(), StoredJson.of(change.data())
        };
    }

    Dehydrated dehydrated() {
        return new Dehydrated(new DeviceId(deviceId), StoredJson.object(deviceData));
    }
}
