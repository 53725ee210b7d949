package org.hirundo.jpa.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.Device;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "device")
@IdClass(DeviceRow.Key.class)
class DeviceRow {

    static final SqlTable TABLE =
            SqlTable.of("device", "user_id, device_id", "display_name, last_seen_at, last_seen_ip");

    record Key(String userId, String deviceId) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Column(name = "display_name")
    @Nullable String displayName;

    @Column(name = "last_seen_at")
    @Nullable Long lastSeenAt;

    @Column(name = "last_seen_ip")
    @Nullable String lastSeenIp;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected DeviceRow() {}

    static Key key(UserId user, DeviceId device) {
        return new Key(Text.stored(user), Text.stored(device));
    }

    static @Nullable Object[] values(Device device) {
        return new @Nullable Object[] {
            Text.stored(device.user()),
            Text.stored(device.id()),
            Text.stored(device.displayName()),
            device.lastSeenAt().map(Instant::toEpochMilli).orElse(null),
            Text.stored(device.lastSeenIp())
        };
    }

    Device toDevice() {
        return new Device(
                UserId.parse(Text.read(userId)),
                new DeviceId(Text.read(deviceId)),
                Text.find(displayName),
                Optional.ofNullable(lastSeenAt).map(Instant::ofEpochMilli),
                Text.find(lastSeenIp));
    }
}
