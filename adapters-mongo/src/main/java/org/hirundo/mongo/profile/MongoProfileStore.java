package org.hirundo.mongo.profile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/**
 * Profiles, one document each. A change replaces the revision it was made from, and is made again when another one came
 * first: of those who collide one always gets through.
 */
public final class MongoProfileStore implements ProfileStore {

    private final Database database;
    private final MongoCollection<Document> profiles;

    /** On this database. */
    public MongoProfileStore(Database database) {
        this.database = database;
        this.profiles = database.collection(ProfileDocument.COLLECTION);
    }

    @Override
    public Optional<JsonObject> find(UserId user) {
        return read(user).map(ProfileDocument::profile);
    }

    @Override
    public Map<UserId, JsonObject> find(Set<UserId> users) {
        var ids = users.stream().map(UserId::toString).toList();
        return database.call(() -> {
            var found = new HashMap<UserId, JsonObject>();
            profiles.find(in(Fields.ID, ids))
                    .forEach(document ->
                            found.put(UserId.parse(document.getString(Fields.ID)), ProfileDocument.profile(document)));
            return found;
        });
    }

    @Override
    public List<UserId> search(UserId searcher, Set<String> words, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        return database.call(() -> profiles.aggregate(UserSearch.pipeline(searcher, words, limit))
                .map(document -> UserId.parse(document.getString(Fields.ID)))
                .into(new ArrayList<>()));
    }

    @Override
    public JsonObject update(UserId user, UnaryOperator<JsonObject> change) {
        while (true) {
            var before = read(user);
            var profile = change.apply(before.map(ProfileDocument::profile).orElse(JsonObject.EMPTY));
            if (replace(
                    before,
                    ProfileDocument.of(
                            user,
                            profile,
                            before.map(ProfileDocument::nextRevision).orElse(1L)))) {
                return profile;
            }
        }
    }

    private Optional<Document> read(UserId user) {
        return database.call(() -> Optional.ofNullable(
                profiles.find(eq(Fields.ID, user.toString())).first()));
    }

    private boolean replace(Optional<Document> before, Document after) {
        if (before.isEmpty()) {
            return database.insertIfAbsent(profiles, after);
        }
        var filter = and(
                eq(Fields.ID, after.getString(Fields.ID)),
                eq(ProfileDocument.REVISION, before.get().getLong(ProfileDocument.REVISION)));
        return database.call(() -> profiles.replaceOne(filter, after).getMatchedCount() == 1);
    }
}
