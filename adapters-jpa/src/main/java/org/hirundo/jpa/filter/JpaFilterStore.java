package org.hirundo.jpa.filter;

import java.util.Arrays;
import java.util.Optional;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;

/** Filters in the table {@code sync_filter}. A filter's id is made of its hash. */
public final class JpaFilterStore implements FilterStore {

    /** Enough for filters of one user never to collide by chance; whoever forges a collision gets an own filter. */
    private static final int ID_BYTES = 15;

    private final Database database;

    /** Filters of the database. */
    public JpaFilterStore(Database database) {
        this.database = database;
    }

    @Override
    public String save(UserId user, JsonObject filter) {
        var definition = Json.stored(filter);
        var id = UnpaddedBase64.encodeUrlSafe(Arrays.copyOf(Hashes.sha256(definition), ID_BYTES));
        database.write(transaction ->
                transaction.insertIfAbsent(FilterRow.TABLE, Text.stored(user), Text.stored(id), definition));
        return id;
    }

    @Override
    public Optional<JsonObject> find(UserId user, String id) {
        var key = new FilterRow.Key(Text.stored(user), Text.stored(id));
        return database.read(entities -> Optional.ofNullable(entities.find(FilterRow.class, key))
                .map(row -> Json.object(row.definition)));
    }
}
