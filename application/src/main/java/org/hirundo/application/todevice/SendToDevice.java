package org.hirundo.application.todevice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.config.Identity;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A device sends messages to others. They wait in the inboxes of the devices, all of them or none; what is sent to users or
 * devices that this server does not have goes nowhere.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3sendtodeviceeventtypetxnid">PUT
 *     /sendToDevice/{eventType}/{txnId}</a>
 */
@Singleton
public final class SendToDevice {

    private final SessionStore sessions;
    private final Committer committer;
    private final RateLimiter limits;
    private final Identity identity;

    @Inject
    public SendToDevice(SessionStore sessions, Committer committer, RateLimiter limits, Identity identity) {
        this.sessions = sessions;
        this.committer = committer;
        this.limits = limits;
        this.identity = identity;
    }

    /** A request to send messages of one type, with the messages in its body by user and device. */
    public record Send(String type, TransactionId transaction, JsonObject body) {}

    /**
     * Sends the messages. A repetition of the transaction sends nothing.
     *
     * @throws org.hirundo.domain.error.MatrixException when the body is not as it must be
     */
    public void send(Requester requester, Send send) {
        var addressed = Addressed.parse(send.body());
        limits.spend(requester, Cost.TO_DEVICE);
        var messages = messages(requester.user(), send.type(), addressed.to(identity.server()));
        if (!messages.isEmpty()) {
            committer.commit(new ToDeviceSend(messages, Optional.of(transaction(requester, send))));
        }
    }

    private List<Message> messages(UserId sender, String type, Map<UserId, Addressed.ToUser> addressed) {
        var devices = addressed.isEmpty() ? Map.<UserId, List<Device>>of() : sessions.devices(addressed.keySet());
        var messages = new ArrayList<Message>();
        addressed.forEach((recipient, contents) -> {
            for (var device : devices.getOrDefault(recipient, List.of())) {
                contents.contentFor(device.id())
                        .ifPresent(content -> messages.add(message(sender, type, recipient, device.id(), content)));
            }
        });
        return messages;
    }

    private static Message message(UserId sender, String type, UserId recipient, DeviceId device, JsonObject content) {
        return new Message(recipient, device, sender, type, content);
    }

    private static ClientTransaction transaction(Requester requester, Send send) {
        var type = UnpaddedBase64.encode(Hashes.sha256(send.type().getBytes(StandardCharsets.UTF_8)));
        return new ClientTransaction(
                requester.user(), requester.device(), "sendToDevice " + type, send.transaction(), "");
    }
}
