package org.hirundo.mongo.key;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Map;
import org.bson.Document;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.e2ee.OneTimeKey;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;

/** What a commit changes of keys. */
public final class KeyWrites {

    private KeyWrites() {}

    /** The keys of the change take the place of those before, and the user has changed. */
    public static void put(Writes writes, DeviceKeysChange change, StreamPosition position) {
        var user = change.user();
        change.deviceKeys()
                .forEach((device, keys) ->
                        put(writes, DeviceKeysDocument.DEVICE_KEYS, DeviceKeysDocument.deviceId(user, device), keys));
        change.crossSigningKeys()
                .forEach((usage, keys) -> put(
                        writes,
                        DeviceKeysDocument.CROSS_SIGNING_KEYS,
                        DeviceKeysDocument.crossSigningId(user, usage),
                        keys));
        changed(writes, user, position);
    }

    private static void put(Writes writes, String collection, Document id, JsonObject keys) {
        writes.add(
                collection,
                new ReplaceOneModel<>(
                        eq(Fields.ID, id), DeviceKeysDocument.of(id, keys), new ReplaceOptions().upsert(true)));
    }

    /** The keys of the device are there, and nothing is left of what was there before; the user has changed. */
    public static void put(Writes writes, DeviceDehydrated change, StreamPosition position) {
        var user = change.user();
        var device = change.device();
        drop(writes, change.predecessor());
        put(writes, new DeviceKeysChange(user, Map.of(device, change.deviceKeys()), Map.of()), position);
        long place = 0;
        for (var key : change.oneTimeKeys()) {
            writes.add(
                    OneTimeKeyDocument.ONE_TIME_KEYS,
                    new InsertOneModel<>(OneTimeKeyDocument.oneTimeKey(user, device, stored(key), place++)));
        }
        writes.add(
                OneTimeKeyDocument.UPLOADS,
                new InsertOneModel<>(new Document(Fields.ID, OneTimeKeyDocument.device(user, device))
                        .append(OneTimeKeyDocument.UPLOADED, place)));
        for (var key : change.fallbackKeys()) {
            writes.add(
                    OneTimeKeyDocument.FALLBACK_KEYS,
                    new InsertOneModel<>(OneTimeKeyDocument.fallbackKey(user, device, stored(key))));
        }
        var document = DehydratedDeviceDocument.of(change);
        writes.add(
                DehydratedDeviceDocument.COLLECTION,
                new ReplaceOneModel<>(
                        eq(Fields.ID, document.get(Fields.ID)), document, new ReplaceOptions().upsert(true)));
    }

    private static OneTimeKeyStore.OneTimeKey stored(OneTimeKey key) {
        return new OneTimeKeyStore.OneTimeKey(key.id(), key.key());
    }

    /** All keys of the devices go, and the user has changed. */
    public static void remove(Writes writes, DevicesRemoved removed, StreamPosition position) {
        drop(writes, removed);
        changed(writes, removed.user(), position);
    }

    private static void drop(Writes writes, DevicesRemoved removed) {
        var user = removed.user();
        var ids = removed.devices().stream()
                .map(device -> DeviceKeysDocument.deviceId(user, device))
                .toList();
        writes.add(DeviceKeysDocument.DEVICE_KEYS, new DeleteManyModel<>(in(Fields.ID, ids)));
        writes.add(OneTimeKeyDocument.UPLOADS, new DeleteManyModel<>(in(Fields.ID, ids)));
        var names = removed.devices().stream().map(DeviceId::toString).toList();
        var ofDevices = and(eq(OneTimeKeyDocument.USER, user.toString()), in(OneTimeKeyDocument.DEVICE, names));
        writes.add(OneTimeKeyDocument.ONE_TIME_KEYS, new DeleteManyModel<>(ofDevices));
        writes.add(OneTimeKeyDocument.FALLBACK_KEYS, new DeleteManyModel<>(ofDevices));
        writes.add(
                DehydratedDeviceDocument.COLLECTION,
                new DeleteOneModel<>(and(eq(Fields.ID, user.toString()), in(DehydratedDeviceDocument.DEVICE, names))));
    }

    private static void changed(Writes writes, UserId user, StreamPosition position) {
        writes.add(DeviceKeysDocument.CHANGES, new InsertOneModel<>(DeviceKeysDocument.change(position.value(), user)));
    }
}
