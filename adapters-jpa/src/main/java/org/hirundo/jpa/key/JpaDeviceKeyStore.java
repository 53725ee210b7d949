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
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;

/** Device keys and cross-signing keys, one row each, and a row for each change of a user's. */
public final class JpaDeviceKeyStore implements DeviceKeyStore {

    private static final String CHANGED = """
            select distinct c.userId from DeviceChangeRow c where c.streamPosition > ?1 and c.streamPosition <= ?2
            """;

    private final Database database;

    /** On this database. */
    public JpaDeviceKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<UserId, Map<DeviceId, JsonObject>> deviceKeys(Set<UserId> users) {
        var rows = database.read(manager -> Batches.ask(
                Ids.of(users),
                some -> Queries.list(
                        manager, "select k from DeviceKeysRow k where k.userId in ?1", DeviceKeysRow.class, some)));
        var found = new HashMap<UserId, Map<DeviceId, JsonObject>>();
        rows.forEach(row ->
                found.computeIfAbsent(row.user(), user -> new HashMap<>()).put(row.device(), row.keys()));
        return found;
    }

    @Override
    public Map<UserId, Map<String, JsonObject>> crossSigningKeys(Set<UserId> users) {
        var rows = database.read(manager -> Batches.ask(
                Ids.of(users),
                some -> Queries.list(
                        manager,
                        "select k from CrossSigningKeyRow k where k.userId in ?1",
                        CrossSigningKeyRow.class,
                        some)));
        var found = new HashMap<UserId, Map<String, JsonObject>>();
        rows.forEach(row ->
                found.computeIfAbsent(row.user(), user -> new HashMap<>()).put(row.usage(), row.key()));
        return found;
    }

    @Override
    public Set<UserId> changed(StreamPosition after, StreamPosition upTo) {
        return database
                .read(manager -> Queries.list(manager, CHANGED, String.class, after.value(), upTo.value()))
                .stream()
                .map(UserId::parse)
                .collect(Collectors.toSet());
    }
}
