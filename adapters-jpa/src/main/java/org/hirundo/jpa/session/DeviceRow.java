package org.hirundo.jpa.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.session.Device;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.StoredTime;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "device")
class DeviceRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "device_id")
    private String deviceId = "";

    @Column(name = "display_name")
    private @Nullable String displayName;

    @Column(name = "last_seen_at")
    private @Nullable Long lastSeenAt;

    @Column(name = "last_seen_ip")
    private @Nullable String lastSeenIp;

    DeviceRow() {}

    DeviceRow(Device device) {
        id = id(device.user(), device.id());
        userId = device.user().toString();
        deviceId = device.id().toString();
        displayName = StoredText.of(device.displayName());
        lastSeenAt = StoredTime.of(device.lastSeenAt());
        lastSeenIp = device.lastSeenIp().orElse(null);
    }

    static String id(Object user, Object device) {
        return Digest.of(user, device);
    }

    void rename(Optional<String> name) {
        displayName = StoredText.of(name);
    }

    void nameUnlessNamed(Optional<String> name) {
        if (displayName == null) {
            rename(name);
        }
    }

    void seen(Instant at, String ip) {
        lastSeenAt = at.toEpochMilli();
        lastSeenIp = ip;
    }

    Device device() {
        return new Device(
                UserId.parse(userId),
                new DeviceId(deviceId),
                StoredText.find(displayName),
                StoredTime.find(lastSeenAt),
                Optional.ofNullable(lastSeenIp));
    }
}
