package org.hirundo.mongo.todevice;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.port.todevice.ToDeviceStore.Recipient;
import org.hirundo.application.port.todevice.ToDeviceStore.Waiting;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** What one send put into the inbox of one device, as it is stored; its identity is user, device and position. */
final class InboxDocument {

    static final String COLLECTION = "to_device_messages";

    private InboxDocument() {}

    static Document inbox(UserId user, DeviceId device) {
        return new Document("user", user.toString()).append("device", device.toString());
    }

    static Document id(UserId user, DeviceId device, StreamPosition position) {
        return inbox(user, device).append("position", position.value());
    }

    static Document of(Document id, List<Message> messages) {
        return new Document(Fields.ID, id)
                .append(
                        "messages",
                        messages.stream()
                                .map(message -> new Document(
                                                "sender", message.sender().toString())
                                        .append("type", message.type())
                                        .append("content", Json.stored(message.content())))
                                .toList());
    }

    static Recipient recipient(Document document) {
        var id = Fields.id(document);
        return new Recipient(UserId.parse(id.getString("user")), new DeviceId(id.getString("device")));
    }

    static Stream<Waiting> waiting(Document document) {
        var id = Fields.id(document);
        var user = UserId.parse(id.getString("user"));
        var device = new DeviceId(id.getString("device"));
        var position = new StreamPosition(id.getLong("position"));
        return document.getList("messages", Document.class).stream()
                .map(message -> new Waiting(
                        position,
                        new Message(
                                user,
                                device,
                                UserId.parse(message.getString("sender")),
                                message.getString("type"),
                                Json.object(message, "content"))));
    }
}
