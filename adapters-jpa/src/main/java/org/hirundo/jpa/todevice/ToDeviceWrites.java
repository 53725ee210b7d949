package org.hirundo.jpa.todevice;

import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The messages to devices within one commit. */
public final class ToDeviceWrites {

    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** Adds messages, sent at the position. */
    public void add(ToDeviceSend send, long position) {
        int sequence = 0;
        for (var message : send.messages()) {
            rows.add(ToDeviceRow.values(message, position, sequence++));
        }
    }

    /** Writes what was added. */
    public void flush(Transaction transaction) {
        transaction.insert(ToDeviceRow.TABLE, rows);
        rows.clear();
    }

    /** Drops what waits for devices that are gone. */
    public static void remove(Transaction transaction, DevicesRemoved removed) {
        transaction
                .entities()
                .createQuery("delete from ToDeviceRow m where m.userId = :user and m.deviceId in :devices")
                .setParameter("user", Text.stored(removed.user()))
                .setParameter(
                        "devices", removed.devices().stream().map(Text::stored).toList())
                .executeUpdate();
    }
}
