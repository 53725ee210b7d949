package org.hirundo.mongo.preview;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.preview.Preview;
import org.hirundo.application.port.preview.PreviewStore;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Previews, one document each. */
public final class MongoPreviewStore implements PreviewStore {

    private final Database database;
    private final MongoCollection<Document> previews;

    /** On this database. */
    public MongoPreviewStore(Database database) {
        this.database = database;
        this.previews = database.collection(PreviewDocument.COLLECTION);
    }

    @Override
    public void add(Preview preview) {
        var document = PreviewDocument.of(preview);
        database.run(() ->
                previews.replaceOne(eq(Fields.ID, Fields.id(document)), document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public Optional<Preview> find(URI address, Instant atOrBefore) {
        var range = and(
                gte(Fields.ID, PreviewDocument.prefix(address)),
                lte(Fields.ID, PreviewDocument.id(address, atOrBefore)));
        return database.call(() -> Optional.ofNullable(
                        previews.find(range).sort(descending(Fields.ID)).first()))
                .map(PreviewDocument::preview);
    }

    @Override
    public List<Preview> oldest(Instant before, int limit) {
        return database.call(() -> previews.find(lt(PreviewDocument.MADE_AT, before))
                .sort(ascending(PreviewDocument.MADE_AT))
                .limit(limit)
                .map(PreviewDocument::preview)
                .into(new ArrayList<>()));
    }

    @Override
    public void delete(Collection<Preview> dropped) {
        var ids = dropped.stream()
                .map(preview -> PreviewDocument.id(preview.address(), preview.madeAt()))
                .toList();
        database.run(() -> previews.deleteMany(in(Fields.ID, ids)));
    }
}
