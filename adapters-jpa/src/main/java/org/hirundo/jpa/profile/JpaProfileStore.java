package org.hirundo.jpa.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.SearchTerms;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.Transaction;

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
            var before = row.map(ProfileRow::profile);
            var changed = change.apply(before.orElse(JsonObject.EMPTY));
            row.ifPresentOrElse(found -> found.set(changed), () -> transaction.add(new ProfileRow(user, changed)));
            putTerms(
                    transaction,
                    user,
                    before.map(profile -> SearchTerms.of(user, profile)).orElse(Set.of()),
                    SearchTerms.of(user, changed));
            return changed;
        });
    }

    private static void putTerms(Transaction transaction, UserId user, Set<String> before, Set<String> after) {
        var gone = before.stream()
                .filter(term -> !after.contains(term))
                .map(term -> ProfileTermRow.id(user, term))
                .toList();
        if (!gone.isEmpty()) {
            transaction.change("delete from ProfileTermRow t where t.id in ?1", gone);
        }
        after.stream()
                .filter(term -> !before.contains(term))
                .forEach(term -> transaction.add(new ProfileTermRow(user, term)));
    }

    @Override
    public List<UserId> search(UserId searcher, Set<String> words, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        var search = new UserSearch(searcher, words, limit);
        var sql = search.sql();
        return database
                .read(manager ->
                        Queries.tuples(manager, sql, search.parameters().values()))
                .stream()
                .map(row -> UserId.parse(String.valueOf(row[0])))
                .toList();
    }
}
