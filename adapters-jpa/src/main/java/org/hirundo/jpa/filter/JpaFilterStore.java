package org.hirundo.jpa.filter;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.StoredJson;

/** Filters, one row each. A filter's id is a part of the hash of its canonical form. */
public final class JpaFilterStore implements FilterStore {

    /** 144 bits are 24 characters of Base64, and enough that no two filters meet. */
    private static final int ID_BYTES = 18;

    private final Database database;

    /** On this database. */
    public JpaFilterStore(Database database) {
        this.database = database;
    }

    @Override
    public String save(UserId user, JsonObject filter) {
        var canonical = StoredJson.of(filter);
        var hash = Arrays.copyOf(Hashes.sha256(canonical), ID_BYTES);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return database.write(transaction -> {
            if (transaction.find(FilterRow.class, FilterRow.id(user, id)).isEmpty()) {
                transaction.add(new FilterRow(user, id, canonical));
            }
            return id;
        });
    }

    @Override
    public Optional<JsonObject> find(UserId user, String id) {
        return database.read(manager -> Optional.ofNullable(manager.find(FilterRow.class, FilterRow.id(user, id))))
                .map(FilterRow::filter);
    }
}
