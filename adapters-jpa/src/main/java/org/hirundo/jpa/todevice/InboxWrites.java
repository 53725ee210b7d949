package org.hirundo.jpa.todevice;

import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of inboxes. */
public final class InboxWrites {

    private InboxWrites() {}

    /** The messages wait for their devices. */
    public static void add(Transaction transaction, ToDeviceSend send, StreamPosition position) {
        int ordinal = 0;
        for (var message : send.messages()) {
            transaction.add(new InboxRow(position, ordinal++, message));
        }
    }

    /** What waits for the devices goes. */
    public static void remove(Transaction transaction, DevicesRemoved removed) {
        transaction.change(
                "delete from InboxRow m where m.userId = ?1 and m.deviceId in ?2",
                removed.user().toString(),
                Ids.of(removed.devices()));
    }
}
