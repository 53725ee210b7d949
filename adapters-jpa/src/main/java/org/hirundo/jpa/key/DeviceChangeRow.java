package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.UserId;

@Entity
@Table(name = "device_change")
class DeviceChangeRow {

    @Id
    @Column(name = "stream_position")
    private long streamPosition;

    @Column(name = "user_id")
    private String userId = "";

    DeviceChangeRow() {}

    DeviceChangeRow(StreamPosition position, UserId user) {
        streamPosition = position.value();
        userId = user.toString();
    }
}
