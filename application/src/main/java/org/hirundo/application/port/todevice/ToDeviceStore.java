package org.hirundo.application.port.todevice;

import java.util.List;
import java.util.Set;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/** The inboxes of devices, filled by {@link ToDeviceSend}. */
public interface ToDeviceStore {

    /** A waiting message and its position. */
    record Waiting(StreamPosition position, ToDeviceSend.Message message) {}

    /**
     * The waiting messages after the one and at or before the other position, in order, at most {@code limit}. A position
     * is never cut in two: all messages for the device of the last position are there, even beyond the limit.
     */
    List<Waiting> inbox(UserId user, DeviceId device, StreamPosition after, StreamPosition upTo, int limit);

    /** Whose device has messages waiting. */
    record Recipient(UserId user, DeviceId device) {}

    /** The devices for which messages wait that came after the one and at or before the other position. One read. */
    Set<Recipient> recipients(StreamPosition after, StreamPosition upTo);

    /** Drops the messages at or before the position: the device has them. */
    void acknowledge(UserId user, DeviceId device, StreamPosition upTo);
}
