package org.hirundo.mongo.accountdata;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Account data, one document for each type. */
public final class MongoAccountDataStore implements AccountDataStore {

    private final Database database;
    private final MongoCollection<Document> accountData;

    /** On this database. */
    public MongoAccountDataStore(Database database) {
        this.database = database;
        this.accountData = database.collection(AccountDataDocument.COLLECTION);
    }

    @Override
    public Optional<JsonObject> find(UserId user, Optional<RoomId> room, String type) {
        return database.call(() -> Optional.ofNullable(accountData
                        .find(eq(Fields.ID, AccountDataDocument.id(user, room, type)))
                        .first()))
                .map(AccountDataDocument::content);
    }

    @Override
    public Map<String, JsonObject> find(UserId user, Optional<RoomId> room, Set<String> types) {
        var ids = types.stream()
                .map(type -> AccountDataDocument.id(user, room, type))
                .toList();
        return database
                .call(() -> accountData
                        .find(in(Fields.ID, ids))
                        .map(AccountDataDocument::entry)
                        .into(new ArrayList<>()))
                .stream()
                .collect(Collectors.toMap(Entry::type, Entry::content));
    }

    @Override
    public List<Entry> changed(UserId user, StreamPosition after, StreamPosition upTo) {
        var filter = and(
                eq(AccountDataDocument.USER, user.toString()),
                gt(AccountDataDocument.POSITION, after.value()),
                lte(AccountDataDocument.POSITION, upTo.value()));
        return database.call(() -> accountData
                .find(filter)
                .sort(Sorts.ascending(AccountDataDocument.POSITION))
                .map(AccountDataDocument::entry)
                .into(new ArrayList<>()));
    }
}
