package org.hirundo.mongo.key;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.StreamPosition;
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

    /** All keys of the devices go, and the user has changed. */
    public static void remove(Writes writes, DevicesRemoved removed, StreamPosition position) {
        var user = removed.user();
        var ids = removed.devices().stream()
                .map(device -> DeviceKeysDocument.deviceId(user, device))
                .toList();
        writes.add(DeviceKeysDocument.DEVICE_KEYS, new DeleteManyModel<>(in(Fields.ID, ids)));
        writes.add(OneTimeKeyDocument.UPLOADS, new DeleteManyModel<>(in(Fields.ID, ids)));
        var ofDevices = and(
                eq(OneTimeKeyDocument.USER, user.toString()),
                in(
                        OneTimeKeyDocument.DEVICE,
                        removed.devices().stream().map(DeviceId::toString).toList()));
        writes.add(OneTimeKeyDocument.ONE_TIME_KEYS, new DeleteManyModel<>(ofDevices));
        writes.add(OneTimeKeyDocument.FALLBACK_KEYS, new DeleteManyModel<>(ofDevices));
        changed(writes, user, position);
    }

    private static void changed(Writes writes, UserId user, StreamPosition position) {
        writes.add(DeviceKeysDocument.CHANGES, new InsertOneModel<>(DeviceKeysDocument.change(position.value(), user)));
    }
}
