package org.hirundo.jpa.profile;

import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Chunks;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.Text;

/** Profiles in the table {@code profile}. */
public final class JpaProfileStore implements ProfileStore {

    private final Database database;

    /** Profiles of the database. */
    public JpaProfileStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<JsonObject> find(UserId user) {
        return database.read(entities -> Optional.ofNullable(entities.find(ProfileRow.class, Text.stored(user)))
                .map(ProfileRow::toProfile));
    }

    @Override
    public Map<UserId, JsonObject> find(Set<UserId> users) {
        return database.read(entities -> {
            var found = new HashMap<UserId, JsonObject>();
            Chunks.eachStored(users, chunk -> {
                var rows = entities.createQuery("select p from ProfileRow p where p.userId in :users", ProfileRow.class)
                        .setParameter("users", chunk)
                        .getResultList();
                rows.forEach(row -> found.put(UserId.parse(Text.read(row.userId)), row.toProfile()));
            });
            return found;
        });
    }

    @Override
    public JsonObject update(UserId user, UnaryOperator<JsonObject> change) {
        return database.write(transaction -> {
            // There must be a row to be locked; it goes away with the transaction if the change fails.
            transaction.insertIfAbsent(ProfileRow.TABLE, Text.stored(user), Json.stored(JsonObject.EMPTY));
            var row = Objects.requireNonNull(transaction
                    .entities()
                    .find(ProfileRow.class, Text.stored(user), LockModeType.PESSIMISTIC_WRITE));
            var changed = change.apply(row.toProfile());
            row.profile = Json.stored(changed);
            return changed;
        });
    }
}
