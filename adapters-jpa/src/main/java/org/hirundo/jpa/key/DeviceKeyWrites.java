package org.hirundo.jpa.key;

import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The changes of devices' and users' keys within one commit. */
public final class DeviceKeyWrites {

    private final List<@Nullable Object[]> deviceKeys = new ArrayList<>();
    private final List<@Nullable Object[]> crossSigningKeys = new ArrayList<>();
    private final List<@Nullable Object[]> changes = new ArrayList<>();

    /** Adds a change, made at the position. */
    public void add(DeviceKeysChange change, long position) {
        var user = Text.stored(change.user());
        change.deviceKeys()
                .forEach((device, keys) ->
                        deviceKeys.add(new Object[] {user, Text.stored(device), Json.stored(keys)}));
        change.crossSigningKeys()
                .forEach((usage, key) ->
                        crossSigningKeys.add(new Object[] {user, Text.stored(usage), Json.stored(key)}));
        changes.add(new Object[] {position, user});
    }

    /** Adds the news that devices are gone, told at the position. Their keys are dropped by {@link #remove}. */
    public void add(DevicesRemoved removed, long position) {
        changes.add(new Object[] {position, Text.stored(removed.user())});
    }

    /** Writes what was added. */
    public void flush(Transaction transaction) {
        transaction.upsert(DeviceKeysRow.TABLE, deviceKeys);
        transaction.upsert(CrossSigningKeyRow.TABLE, crossSigningKeys);
        transaction.insert(DeviceListChangeRow.TABLE, changes);
        deviceKeys.clear();
        crossSigningKeys.clear();
        changes.clear();
    }

    /** Drops all keys of devices that are gone. */
    public static void remove(Transaction transaction, DevicesRemoved removed) {
        var user = Text.stored(removed.user());
        var devices = removed.devices().stream().map(Text::stored).toList();
        for (var rows : new String[] {"DeviceKeysRow", "KeyUploadRow", "OneTimeKeyRow", "FallbackKeyRow"}) {
            transaction
                    .entities()
                    .createQuery("delete from " + rows + " r where r.userId = :user and r.deviceId in :devices")
                    .setParameter("user", user)
                    .setParameter("devices", devices)
                    .executeUpdate();
        }
    }
}
