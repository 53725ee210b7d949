package org.hirundo.jpa.session;

import java.util.Optional;
import org.hirundo.application.port.session.Device;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of devices and tokens. */
public final class SessionWrites {

    private SessionWrites() {}

    /** The device is there, and has no tokens. */
    public static void put(Transaction transaction, DeviceDehydrated change) {
        transaction.add(new DeviceRow(
                new Device(change.user(), change.device(), change.displayName(), Optional.empty(), Optional.empty())));
    }

    /** The devices go, and their tokens. */
    public static void remove(Transaction transaction, DevicesRemoved removed) {
        var user = removed.user().toString();
        var devices = Ids.of(removed.devices());
        transaction.change("delete from DeviceRow d where d.userId = ?1 and d.deviceId in ?2", user, devices);
        transaction.change("delete from GrantRow g where g.userId = ?1 and g.deviceId in ?2", user, devices);
    }
}
