package org.hirundo.mongo.schema;

import static com.mongodb.client.model.Indexes.ascending;

import org.bson.conversions.Bson;
import org.hirundo.mongo.common.Database;

/** Previews of links, and media by what they refer to and by who uploaded them. */
final class MediaAndPreviews {

    private MediaAndPreviews() {}

    static void create(Database database) {
        index(database, "previews", ascending("_id.madeAt"));
        index(database, "media", ascending("blob"));
        index(database, "media", ascending("uploader", "createdAt"));
        index(database, "media", ascending("unusedExpiresAt"));
        index(database, "thumbnails", ascending("blob"));
    }

    private static void index(Database database, String collection, Bson keys) {
        database.run(() -> database.collection(collection).createIndex(keys));
    }
}
