package org.hirundo.jpa.media;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;

/** Media and thumbnails, one row each. */
public final class JpaMediaStore implements MediaStore {

    private final Database database;

    /** On this database. */
    public JpaMediaStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Media media) {
        return database.write(transaction -> {
            var free = transaction.find(MediaRow.class, media.uri().toString()).isEmpty();
            if (free) {
                transaction.add(new MediaRow(media));
            }
            return free;
        });
    }

    @Override
    public Optional<Media> find(MxcUri uri) {
        return database.read(manager -> Optional.ofNullable(manager.find(MediaRow.class, uri.toString())))
                .map(MediaRow::media);
    }

    @Override
    public boolean fill(Media media) {
        return database.write(transaction -> {
            var reserved =
                    transaction.hold(MediaRow.class, media.uri().toString()).filter(row -> !row.isFilled());
            reserved.ifPresent(row -> row.set(media));
            return reserved.isPresent();
        });
    }

    @Override
    public void addThumbnail(MxcUri uri, Thumbnail thumbnail) {
        database.change(transaction -> transaction.manager().merge(new ThumbnailRow(uri, thumbnail)));
    }

    @Override
    public List<Thumbnail> thumbnails(MxcUri uri) {
        return database
                .read(manager -> Queries.list(
                        manager, "select t from ThumbnailRow t where t.uri = ?1", ThumbnailRow.class, uri.toString()))
                .stream()
                .map(ThumbnailRow::thumbnail)
                .toList();
    }
}
