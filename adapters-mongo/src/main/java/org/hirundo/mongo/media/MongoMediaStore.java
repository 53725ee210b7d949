package org.hirundo.mongo.media;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.IdPrefix;

/** Media and thumbnails, one document each. */
public final class MongoMediaStore implements MediaStore {

    private final Database database;
    private final MongoCollection<Document> media;
    private final MongoCollection<Document> thumbnails;

    /** On this database. */
    public MongoMediaStore(Database database) {
        this.database = database;
        this.media = database.collection(MediaDocument.COLLECTION);
        this.thumbnails = database.collection(ThumbnailDocument.COLLECTION);
    }

    @Override
    public boolean add(Media added) {
        return database.insertIfAbsent(media, MediaDocument.of(added));
    }

    @Override
    public Optional<Media> find(MxcUri uri) {
        return database.call(() -> Optional.ofNullable(
                        media.find(eq(Fields.ID, MediaDocument.id(uri))).first()))
                .map(MediaDocument::media);
    }

    @Override
    public boolean fill(Media filled) {
        var reserved = and(eq(Fields.ID, MediaDocument.id(filled.uri())), eq(MediaDocument.BLOB, null));
        return database.call(
                () -> media.replaceOne(reserved, MediaDocument.of(filled)).getMatchedCount() == 1);
    }

    @Override
    public void addThumbnail(MxcUri uri, Thumbnail thumbnail) {
        var document = ThumbnailDocument.of(uri, thumbnail);
        database.run(() ->
                thumbnails.replaceOne(eq(Fields.ID, Fields.id(document)), document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public List<Thumbnail> thumbnails(MxcUri uri) {
        return database.call(() -> thumbnails
                .find(IdPrefix.of(MediaDocument.id(uri)))
                .map(ThumbnailDocument::thumbnail)
                .into(new ArrayList<>()));
    }
}
