package org.hirundo.jpa.accountdata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;

/** Account data, one row for each type. */
public final class JpaAccountDataStore implements AccountDataStore {

    private static final String FOUND = "select d from AccountDataRow d where d.id in ?1";

    private static final String CHANGED = """
            select d from AccountDataRow d
            where d.userId = ?1 and d.streamPosition > ?2 and d.streamPosition <= ?3 order by d.streamPosition
            """;

    private final Database database;

    /** On this database. */
    public JpaAccountDataStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<JsonObject> find(UserId user, Optional<RoomId> room, String type) {
        return database.read(manager ->
                        Optional.ofNullable(manager.find(AccountDataRow.class, AccountDataRow.id(user, room, type))))
                .map(AccountDataRow::content);
    }

    @Override
    public Map<String, JsonObject> find(UserId user, Optional<RoomId> room, Set<String> types) {
        var ids =
                types.stream().map(type -> AccountDataRow.id(user, room, type)).toList();
        return database
                .read(manager -> Batches.ask(ids, some -> Queries.list(manager, FOUND, AccountDataRow.class, some)))
                .stream()
                .map(AccountDataRow::entry)
                .collect(Collectors.toMap(Entry::type, Entry::content));
    }

    @Override
    public List<Entry> changed(UserId user, StreamPosition after, StreamPosition upTo) {
        return database
                .read(manager -> Queries.list(
                        manager, CHANGED, AccountDataRow.class, user.toString(), after.value(), upTo.value()))
                .stream()
                .map(AccountDataRow::entry)
                .toList();
    }
}
