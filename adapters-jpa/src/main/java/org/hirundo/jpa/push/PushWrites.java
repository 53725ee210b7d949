package org.hirundo.jpa.push;

import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of pushers. */
public final class PushWrites {

    private PushWrites() {}

    /** The pushers that the devices set go, with what waits for them. */
    public static void remove(Transaction transaction, DevicesRemoved removed) {
        var user = removed.user().toString();
        var devices = Ids.of(removed.devices());
        transaction.change(
                "delete from WaitingRow w where w.pusher in"
                        + " (select p.id from PusherRow p where p.userId = ?1 and p.deviceId in ?2)",
                user,
                devices);
        transaction.change("delete from PusherRow p where p.userId = ?1 and p.deviceId in ?2", user, devices);
    }
}
