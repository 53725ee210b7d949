package org.hirundo.jpa.session;

import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;

/** Takes devices and their tokens away within a commit. */
public final class DeviceRemoval {

    private DeviceRemoval() {}

    /** Removes the devices; unknown ones are skipped. */
    public static void remove(Transaction transaction, DevicesRemoved removed) {
        var user = Text.stored(removed.user());
        var devices = removed.devices().stream().map(Text::stored).toList();
        for (var rows : new String[] {"DeviceRow", "AccessTokenRow", "RefreshTokenRow"}) {
            transaction
                    .entities()
                    .createQuery("delete from " + rows + " r where r.userId = :user and r.deviceId in :devices")
                    .setParameter("user", user)
                    .setParameter("devices", devices)
                    .executeUpdate();
        }
    }
}
