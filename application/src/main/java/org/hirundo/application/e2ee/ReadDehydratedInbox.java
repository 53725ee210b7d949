package org.hirundo.application.e2ee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Stream;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.DeviceId;

/**
 * A client that wakes a dehydrated device reads what was sent to it, part by part.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3814">MSC3814, dehydrated devices</a>
 */
@Singleton
public final class ReadDehydratedInbox {

    private static final int LIMIT = 100;

    /** So many digits have the positions of no stream. */
    private static final int MAX_DIGITS = 18;

    private final DehydratedDeviceStore dehydrated;
    private final ToDeviceStore inboxes;
    private final Stream stream;

    @Inject
    ReadDehydratedInbox(DehydratedDeviceStore dehydrated, ToDeviceStore inboxes, Stream stream) {
        this.dehydrated = dehydrated;
        this.inboxes = inboxes;
        this.stream = stream;
    }

    /**
     * A part of the inbox.
     *
     * @param next what leads to the part after it
     * @param more whether there is something in that
     */
    public record Part(List<Message> messages, String next, boolean more) {}

    /**
     * A part of the inbox of the requester's dehydrated device.
     *
     * @param from {@code next} of the part before; empty for the first one
     * @param forgetting whether what was in the parts before is dropped: a client that is stopped midway does not find it again
     * @throws Forbidden when the device is not the requester's dehydrated one
     * @throws InvalidParam when there is no such part
     */
    public Part read(Requester requester, DeviceId device, Optional<String> from, boolean forgetting) {
        requester.refuseGuest();
        var user = requester.user();
        if (dehydrated.find(user).filter(known -> known.device().equals(device)).isEmpty()) {
            throw new Forbidden("You have no such dehydrated device");
        }
        var after = from.map(ReadDehydratedInbox::position).orElse(StreamPosition.START);
        if (forgetting && from.isPresent()) {
            inboxes.acknowledge(user, device, after);
        }
        var upTo = stream.position();
        var waiting = inboxes.inbox(user, device, after, upTo, LIMIT);
        var messages = waiting.stream().map(ToDeviceStore.Waiting::message).toList();
        boolean more = waiting.size() >= LIMIT;
        var end = more ? waiting.getLast().position() : upTo.max(after);
        return new Part(messages, Long.toString(end.value()), more);
    }

    private static StreamPosition position(String token) {
        if (token.isEmpty()
                || token.length() > MAX_DIGITS
                || !token.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
            throw new InvalidParam("Not what an answer had in next_batch: " + token);
        }
        return new StreamPosition(Long.parseLong(token));
    }
}
