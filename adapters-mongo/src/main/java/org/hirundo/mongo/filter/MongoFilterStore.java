package org.hirundo.mongo.filter;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** Filters, one document each. A filter's id is a part of the hash of its canonical form. */
public final class MongoFilterStore implements FilterStore {

    private static final String COLLECTION = "filters";
    private static final String FILTER = "filter";

    /** 144 bits are 24 characters of Base64, and enough that no two filters meet. */
    private static final int ID_BYTES = 18;

    private final Database database;
    private final MongoCollection<Document> filters;

    /** On this database. */
    public MongoFilterStore(Database database) {
        this.database = database;
        this.filters = database.collection(COLLECTION);
    }

    @Override
    public String save(UserId user, JsonObject filter) {
        var canonical = CanonicalJson.lenient().bytes(filter);
        var hash = Arrays.copyOf(Hashes.sha256(canonical), ID_BYTES);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        database.run(() -> filters.updateOne(
                eq(Fields.ID, key(user, id)),
                setOnInsert(FILTER, new Binary(canonical)),
                new UpdateOptions().upsert(true)));
        return id;
    }

    @Override
    public Optional<JsonObject> find(UserId user, String id) {
        return database.call(() -> Optional.ofNullable(
                        filters.find(eq(Fields.ID, key(user, id))).first()))
                .map(document -> Json.object(document, FILTER));
    }

    private static Document key(UserId user, String id) {
        return new Document("user", user.toString()).append("id", id);
    }
}
