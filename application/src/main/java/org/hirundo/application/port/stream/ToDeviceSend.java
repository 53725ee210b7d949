package org.hirundo.application.port.stream;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Messages are put into the inboxes of devices, all at one position and in the order of the list. */
public record ToDeviceSend(List<Message> messages, Optional<ClientTransaction> transaction) implements DurableChange {

    public ToDeviceSend {
        messages = List.copyOf(messages);
    }

    /** One message for one device. */
    public record Message(UserId recipient, DeviceId device, UserId sender, String type, JsonObject content) {}
}
