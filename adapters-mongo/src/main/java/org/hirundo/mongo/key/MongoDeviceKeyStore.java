package org.hirundo.mongo.key;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Device keys and cross-signing keys, one document each, and a document for each change of a user's. */
public final class MongoDeviceKeyStore implements DeviceKeyStore {

    private final Database database;
    private final MongoCollection<Document> deviceKeys;
    private final MongoCollection<Document> crossSigningKeys;
    private final MongoCollection<Document> changes;

    /** On this database. */
    public MongoDeviceKeyStore(Database database) {
        this.database = database;
        this.deviceKeys = database.collection(DeviceKeysDocument.DEVICE_KEYS);
        this.crossSigningKeys = database.collection(DeviceKeysDocument.CROSS_SIGNING_KEYS);
        this.changes = database.collection(DeviceKeysDocument.CHANGES);
    }

    @Override
    public Map<UserId, Map<DeviceId, JsonObject>> deviceKeys(Set<UserId> users) {
        return read(deviceKeys, users, DeviceKeysDocument::device);
    }

    @Override
    public Map<UserId, Map<String, JsonObject>> crossSigningKeys(Set<UserId> users) {
        return read(crossSigningKeys, users, DeviceKeysDocument::usage);
    }

    private <N> Map<UserId, Map<N, JsonObject>> read(
            MongoCollection<Document> collection, Set<UserId> users, Function<Document, N> name) {
        var ids = users.stream().map(UserId::toString).toList();
        return database.call(() -> {
            var found = new HashMap<UserId, Map<N, JsonObject>>();
            collection.find(in(DeviceKeysDocument.USER, ids)).forEach(document -> found.computeIfAbsent(
                            DeviceKeysDocument.user(document), user -> new HashMap<>())
                    .put(name.apply(document), DeviceKeysDocument.keys(document)));
            return found;
        });
    }

    @Override
    public Set<UserId> changed(StreamPosition after, StreamPosition upTo) {
        return database.call(() -> changes.find(and(gt(Fields.ID, after.value()), lte(Fields.ID, upTo.value())))
                .map(document -> UserId.parse(document.getString(DeviceKeysDocument.CHANGED_USER)))
                .into(new HashSet<>()));
    }
}
