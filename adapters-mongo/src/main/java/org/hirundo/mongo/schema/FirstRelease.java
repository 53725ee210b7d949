package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.BsonType;
import org.bson.conversions.Bson;
import org.hirundo.mongo.common.Database;

/** The collections of the first release, and their indexes beside the one on {@code _id} that each has anyway. */
final class FirstRelease {

    private FirstRelease() {}

    static void create(Database database) {
        rooms(database);
        events(database);
        people(database);
        keys(database);
        // Looked for by identity only. Made now, since a transaction that makes a collection holds up others.
        List.of(
                        "accounts",
                        "profiles",
                        "filters",
                        "media",
                        "thumbnails",
                        "counters",
                        "snapshots",
                        "to_device_messages",
                        "device_key_changes",
                        "one_time_key_uploads",
                        "key_backup_versions",
                        "key_backup_keys")
                .forEach(database::createCollection);
    }

    private static void rooms(Database database) {
        index(
                database,
                "rooms",
                compoundIndex(descending("summary.joinedMembers"), ascending("_id")),
                partial(eq("published", true)));
        index(database, "aliases", ascending("room", "_id"));
        index(database, "snapshot_parts", ascending("_id.snapshot", "_id.part"));
        // Who is joined is read from this index alone.
        index(database, "memberships", ascending("_id.room", "membership", "_id.user"));
        index(database, "memberships", ascending("_id.user"));
        index(database, "receipts", ascending("_id.room", "position"));
        index(database, "receipts", ascending("_id.user", "_id.room"));
    }

    private static void events(Database database) {
        index(database, "events", ascending("room", "position", "standing"));
        index(database, "events", ascending("room", "standing", "depth", "position"));
        index(database, "events", ascending("redacts"), partial(type("redacts", BsonType.STRING)));
        index(
                database,
                "events",
                ascending("relatesTo", "relationType", "position"),
                partial(type("relatesTo", BsonType.STRING)));
        index(
                database,
                "events",
                ascending("room", "threadRoot", "position"),
                partial(type("threadRoot", BsonType.STRING)));
        index(database, "client_transactions", ascending("_id.user", "_id.device", "event"), partial(exists("event")));
    }

    private static void people(Database database) {
        index(database, "devices", ascending("_id.user"));
        index(database, "grants", ascending("user", "device"));
        index(
                database,
                "grants",
                ascending("refreshToken"),
                partial(exists("refreshToken")).unique(true));
        index(database, "uia_sessions", ascending("expiresAt"));
        index(database, "account_data", ascending("_id.user", "position"));
    }

    private static void keys(Database database) {
        index(database, "device_keys", ascending("_id.user"));
        index(database, "cross_signing_keys", ascending("_id.user"));
        index(
                database,
                "one_time_keys",
                ascending("user", "device", "algorithm", "place"),
                new IndexOptions().unique(true));
        index(database, "fallback_keys", ascending("user", "device", "algorithm"), new IndexOptions().unique(true));
    }

    private static void index(Database database, String collection, Bson keys) {
        index(database, collection, keys, new IndexOptions());
    }

    private static void index(Database database, String collection, Bson keys, IndexOptions options) {
        database.run(() -> database.collection(collection).createIndex(keys, options));
    }

    private static IndexOptions partial(Bson filter) {
        return new IndexOptions().partialFilterExpression(filter);
    }
}
