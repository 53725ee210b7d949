package org.hirundo.jpa.media;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.jpa.common.Database;

/** Media and thumbnails in the tables {@code media} and {@code thumbnail}. */
public final class JpaMediaStore implements MediaStore {

    private final Database database;

    /** Media of the database. */
    public JpaMediaStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Media media) {
        return database.write(transaction -> transaction.insertIfAbsent(MediaRow.TABLE, MediaRow.values(media)));
    }

    @Override
    public Optional<Media> find(MxcUri uri) {
        return database.read(entities ->
                Optional.ofNullable(entities.find(MediaRow.class, MediaRow.key(uri))).map(MediaRow::toMedia));
    }

    @Override
    public boolean fill(Media media) {
        return database.write(transaction -> {
            var row = transaction
                    .entities()
                    .find(MediaRow.class, MediaRow.key(media.uri()), LockModeType.PESSIMISTIC_WRITE);
            if (row == null || row.blobId != null) {
                return false;
            }
            row.fill(media);
            return true;
        });
    }

    @Override
    public void addThumbnail(MxcUri uri, Thumbnail thumbnail) {
        database.write(transaction -> {
            transaction.upsert(ThumbnailRow.TABLE, ThumbnailRow.values(uri, thumbnail));
            return thumbnail;
        });
    }

    @Override
    public List<Thumbnail> thumbnails(MxcUri uri) {
        var key = MediaRow.key(uri);
        return database.read(entities -> entities.createQuery(
                        "select t from ThumbnailRow t where t.serverName = :server and t.mediaId = :media",
                        ThumbnailRow.class)
                .setParameter("server", key.serverName())
                .setParameter("media", key.mediaId())
                .getResultList()
                .stream()
                .map(ThumbnailRow::toThumbnail)
                .toList());
    }
}
