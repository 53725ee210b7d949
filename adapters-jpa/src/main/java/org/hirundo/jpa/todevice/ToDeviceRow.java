package org.hirundo.jpa.todevice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.port.todevice.ToDeviceStore.Waiting;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "to_device_message")
@IdClass(ToDeviceRow.Key.class)
class ToDeviceRow {

    static final SqlTable TABLE = SqlTable.of(
            "to_device_message",
            "user_id, device_id, stream_position, sequence",
            "sender, message_type, content");

    record Key(String userId, String deviceId, long streamPosition, int sequence) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Id
    @Column(name = "stream_position")
    long streamPosition;

    /** The place among the messages of one send. */
    @Id
    @Column(name = "sequence")
    int sequence;

    @Column(name = "sender")
    String sender;

    @Column(name = "message_type")
    String messageType;

    @Column(name = "content")
    byte[] content;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected ToDeviceRow() {}

    static @Nullable Object[] values(Message message, long position, int sequence) {
        return new Object[] {
            Text.stored(message.recipient()),
            Text.stored(message.device()),
            position,
            sequence,
            Text.stored(message.sender()),
            Text.stored(message.type()),
            Json.stored(message.content())
        };
    }

    Waiting toWaiting() {
        var message = new Message(
                UserId.parse(Text.read(userId)),
                new DeviceId(Text.read(deviceId)),
                UserId.parse(Text.read(sender)),
                Text.read(messageType),
                Json.object(content));
        return new Waiting(new StreamPosition(streamPosition), message);
    }
}
