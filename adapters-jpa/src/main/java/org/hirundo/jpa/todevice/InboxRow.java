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
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;

@Entity
@Table(name = "inbox_message")
@IdClass(InboxRow.Place.class)
class InboxRow {

    /** The messages of one position are told apart by their order. */
    record Place(long streamPosition, int ordinal) {}

    @Id
    @Column(name = "stream_position")
    private long streamPosition;

    @Id
    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "device_id")
    private String deviceId = "";

    @Column(name = "sender")
    private String sender = "";

    @Column(name = "message_type")
    private String messageType = "";

    @Column(name = "content")
    private byte[] content = {};

    InboxRow() {}

    InboxRow(StreamPosition position, int ordinal, Message message) {
        streamPosition = position.value();
        this.ordinal = ordinal;
        userId = message.recipient().toString();
        deviceId = message.device().toString();
        sender = message.sender().toString();
        messageType = StoredText.of(message.type());
        content = StoredJson.of(message.content());
    }

    Waiting waiting() {
        var message = new Message(
                UserId.parse(userId),
                new DeviceId(deviceId),
                UserId.parse(sender),
                StoredText.read(messageType),
                StoredJson.object(content));
        return new Waiting(new StreamPosition(streamPosition), message);
    }
}
