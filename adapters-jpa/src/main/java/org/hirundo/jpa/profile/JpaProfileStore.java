package org.hirundo.jpa.profile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;

/** Profiles, one row each. */
public final class JpaProfileStore implements ProfileStore {

    private final Database database;

    /** On this database. */
    public JpaProfileStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<JsonObject> find(UserId user) {
        return database.read(manager -> Optional.ofNullable(manager.find(ProfileRow.class, user.toString())))
                .map(ProfileRow::profile);
    }

    @Override
    public Map<UserId, JsonObject> find(Set<UserId> users) {
        return database
                .read(manager -> Batches.ask(
                        Ids.of(users),
                        some -> Queries.list(
                                manager, "select p from ProfileRow p where p.userId in ?1", ProfileRow.class, some)))
                .stream()
                .collect(Collectors.toMap(ProfileRow::user, ProfileRow::profile));
    }

    @Override
    public JsonObject update(UserId user, UnaryOperator<JsonObject> change) {
        return database.write(transaction -> {
            var row = transaction.hold(ProfileRow.class, user.toString());
            var changed = change.apply(row.map(ProfileRow::profile).orElse(JsonObject.EMPTY));
            row.ifPresentOrElse(found -> found.set(changed), () -> transaction.add(new ProfileRow(user, changed)));
            return changed;
        });
    }
}
