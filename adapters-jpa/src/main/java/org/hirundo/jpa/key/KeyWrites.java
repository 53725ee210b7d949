package org.hirundo.jpa.key;

import java.util.List;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.StreamPosition;
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

    /** All keys of the devices go, and the user has changed. */
    public static void remove(Transaction transaction, DevicesRemoved removed, StreamPosition position) {
        var devices = Ids.of(removed.devices());
        if (!devices.isEmpty()) {
            for (var row : OF_DEVICES) {
                transaction.change(
                        "delete from " + row + " k where k.userId = ?1 and k.deviceId in ?2",
                        removed.user().toString(),
                        devices);
            }
        }
        transaction.add(new DeviceChangeRow(position, removed.user()));
    }
}
