package org.hirundo.mongo.media;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.UserId;
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
        database.transaction(session -> {
            // Counting is a write, so that a transaction that deletes the medium collides with this one.
            var counted = media.updateOne(
                    session, eq(Fields.ID, MediaDocument.id(uri)), inc(MediaDocument.THUMBNAILS_MADE, 1));
            return counted.getMatchedCount() == 1
                    && thumbnails
                            .replaceOne(
                                    session,
                                    eq(Fields.ID, Fields.id(document)),
                                    document,
                                    new ReplaceOptions().upsert(true))
                            .wasAcknowledged();
        });
    }

    @Override
    public List<Thumbnail> thumbnails(MxcUri uri) {
        return database.call(() -> thumbnails
                .find(IdPrefix.of(MediaDocument.id(uri)))
                .map(ThumbnailDocument::thumbnail)
                .into(new ArrayList<>()));
    }

    @Override
    public List<MxcUri> of(UserId uploader, int limit) {
        return database.call(() -> media.find(eq(MediaDocument.UPLOADER, uploader.toString()))
                .sort(ascending(MediaDocument.CREATED_AT))
                .limit(limit)
                .map(MediaDocument::uri)
                .into(new ArrayList<>()));
    }

    @Override
    public Usage usage(UserId uploader, Instant since) {
        var size = "$" + MediaDocument.SIZE;
        var late = new Document("$gte", List.of("$" + MediaDocument.CREATED_AT, Date.from(since)));
        var sums = List.of(
                match(eq(MediaDocument.UPLOADER, uploader.toString())),
                group(null, sum("total", size), sum("lately", new Document("$cond", List.of(late, size, 0L)))));
        var found = database.call(() -> media.aggregate(sums).first());
        return found == null
                ? new Usage(0, 0)
                : new Usage(
                        found.get("total", Number.class).longValue(),
                        found.get("lately", Number.class).longValue());
    }

    @Override
    public Set<BlobId> delete(Collection<MxcUri> uris) {
        var ids = uris.stream().map(MediaDocument::id).toList();
        return ids.isEmpty() ? Set.of() : database.transaction(session -> deleted(session, ids));
    }

    private Set<BlobId> deleted(ClientSession session, List<Document> ids) {
        var blobs = new HashSet<BlobId>();
        media.find(session, in(Fields.ID, ids))
                .projection(include(MediaDocument.BLOB))
                .forEach(document -> Fields.string(document, MediaDocument.BLOB)
                        .map(BlobId::new)
                        .ifPresent(blobs::add));
        media.deleteMany(session, in(Fields.ID, ids));
        for (var id : ids) {
            thumbnails
                    .find(session, IdPrefix.of(id))
                    .map(ThumbnailDocument::thumbnail)
                    .forEach(thumbnail -> blobs.add(thumbnail.blob()));
            thumbnails.deleteMany(session, IdPrefix.of(id));
        }
        return Set.copyOf(blobs);
    }

    @Override
    public void deleteUnused(Instant givenUpBefore) {
        database.run(() -> media.deleteMany(
                and(lt(MediaDocument.UNUSED_EXPIRES_AT, givenUpBefore), eq(MediaDocument.BLOB, null))));
    }

    @Override
    public Set<BlobId> referenced(Set<BlobId> blobs) {
        var names = blobs.stream().map(BlobId::value).toList();
        return database.call(() -> Stream.of(media, thumbnails)
                .flatMap(collection -> collection
                        .distinct(MediaDocument.BLOB, in(MediaDocument.BLOB, names), String.class)
                        .into(new ArrayList<>())
                        .stream())
                .map(BlobId::new)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
