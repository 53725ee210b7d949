package org.hirundo.jpa.key;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Chunks;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;

/** Keys in the tables {@code device_keys}, {@code cross_signing_key} and {@code device_list_change}. */
public final class JpaDeviceKeyStore implements DeviceKeyStore {

    private final Database database;

    /** Keys of the database. */
    public JpaDeviceKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<UserId, Map<DeviceId, JsonObject>> deviceKeys(Set<UserId> users) {
        return database.read(entities -> {
            var found = new HashMap<UserId, Map<DeviceId, JsonObject>>();
            Chunks.eachStored(users, chunk -> entities.createQuery(
                            "select k from DeviceKeysRow k where k.userId in :users", DeviceKeysRow.class)
                    .setParameter("users", chunk)
                    .getResultList()
                    .forEach(row -> found.computeIfAbsent(
                                    UserId.parse(Text.read(row.userId)), user -> new HashMap<>())
                            .put(new DeviceId(Text.read(row.deviceId)), Json.object(row.deviceKeys))));
            return found;
        });
    }

    @Override
    public Map<UserId, Map<String, JsonObject>> crossSigningKeys(Set<UserId> users) {
        return database.read(entities -> {
            var found = new HashMap<UserId, Map<String, JsonObject>>();
            Chunks.eachStored(users, chunk -> entities.createQuery(
                            "select k from CrossSigningKeyRow k where k.userId in :users", CrossSigningKeyRow.class)
                    .setParameter("users", chunk)
                    .getResultList()
                    .forEach(row -> found.computeIfAbsent(
                                    UserId.parse(Text.read(row.userId)), user -> new HashMap<>())
                            .put(Text.read(row.keyUsage), Json.object(row.signingKey))));
            return found;
        });
    }

    @Override
    public Set<UserId> changed(StreamPosition after, StreamPosition upTo) {
        return database.read(entities -> entities.createQuery(
                        """
                        select distinct c.userId from DeviceListChangeRow c
                        where c.streamPosition > :after and c.streamPosition <= :upTo""",
                        String.class)
                .setParameter("after", after.value())
                .setParameter("upTo", upTo.value())
                .getResultList()
                .stream()
                .map(Text::read)
                .map(UserId::parse)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
