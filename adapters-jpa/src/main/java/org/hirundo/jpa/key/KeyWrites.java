package org.hirundo.jpa.key;

import java.util.List;
import java.util.Map;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.e2ee.OneTimeKey;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Transaction;

/** What a commit changes of keys. */
public final class KeyWrites {

    private static final List<String> OF_DEVICES = List.of("DeviceKeysRow", "OneTimeKeyRow", "FallbackKeyRow");

    private KeyWrites() {}

    /** The keys of the change take the place of those before, and the user has changed. */
    public static void put(Transaction transaction, DeviceKeysChange change, StreamPosition position) {
        var user = change.user();
        transaction.putAll(
                DeviceKeysRow.TABLE,
                change.deviceKeys().entrySet().stream()
                        .map(keys -> DeviceKeysRow.values(user, keys.getKey(), keys.getValue()))
                        .toList());
        transaction.putAll(
                CrossSigningKeyRow.TABLE,
                change.crossSigningKeys().entrySet().stream()
                        .map(key -> CrossSigningKeyRow.values(user, key.getKey(), key.getValue()))
                        .toList());
        transaction.add(new DeviceChangeRow(position, user));
    }

    /** The keys of the device are there, and nothing is left of what was there before; the user has changed. */
    public static void put(Transaction transaction, DeviceDehydrated change, StreamPosition position) {
        var user = change.user();
        var device = change.device();
        drop(transaction, change.predecessor());
        put(transaction, new DeviceKeysChange(user, Map.of(device, change.deviceKeys()), Map.of()), position);
        long place = 0;
        for (var key : change.oneTimeKeys()) {
            transaction.add(new OneTimeKeyRow(user, device, stored(key), ++place));
        }
        change.fallbackKeys().forEach(key -> transaction.add(new FallbackKeyRow(user, device, stored(key))));
        transaction.put(DehydratedDeviceRow.TABLE, DehydratedDeviceRow.values(change));
    }

    private static OneTimeKeyStore.OneTimeKey stored(OneTimeKey key) {
        return new OneTimeKeyStore.OneTimeKey(key.id(), key.key());
    }

    /** All keys of the devices go, and the user has changed. */
    public static void remove(Transaction transaction, DevicesRemoved removed, StreamPosition position) {
        drop(transaction, removed);
        transaction.add(new DeviceChangeRow(position, removed.user()));
    }

    private static void drop(Transaction transaction, DevicesRemoved removed) {
        var devices = Ids.of(removed.devices());
        if (!devices.isEmpty()) {
            for (var row : OF_DEVICES) {
                transaction.change(
                        "delete from " + row + " k where k.userId = ?1 and k.deviceId in ?2",
                        removed.user().toString(),
                        devices);
            }
            transaction.change(
                    "delete from DehydratedDeviceRow d where d.userId = ?1 and d.deviceId in ?2",
                    removed.user().toString(),
                    devices);
        }
    }
}
