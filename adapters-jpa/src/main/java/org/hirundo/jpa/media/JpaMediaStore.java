package org.hirundo.jpa.media;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.application.port.media.BlobId;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;
import org.jspecify.annotations.Nullable;

/** Media and thumbnails, one row each. */
public final class JpaMediaStore implements MediaStore {

    private static final String THUMBNAILS = "select t from ThumbnailRow t where t.uri = ?1";

    private static final String OF_UPLOADER =
            "select m.uri from MediaRow m where m.uploader = ?1 order by m.createdAt, m.uri";

    private static final String USAGE = """
            select sum(m.byteCount), sum(case when m.createdAt >= ?2 then m.byteCount else 0 end)
            from MediaRow m where m.uploader = ?1
            """;

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
        database.change(transaction -> transaction
                .hold(MediaRow.class, uri.toString())
                .ifPresent(_ -> transaction.manager().merge(new ThumbnailRow(uri, thumbnail))));
    }

    @Override
    public List<Thumbnail> thumbnails(MxcUri uri) {
        return database.read(manager -> Queries.list(manager, THUMBNAILS, ThumbnailRow.class, uri.toString())).stream()
                .map(ThumbnailRow::thumbnail)
                .toList();
    }

    @Override
    public List<MxcUri> of(UserId uploader, int limit) {
        return database
                .read(manager -> Queries.of(manager, OF_UPLOADER, String.class, uploader.toString())
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .map(MxcUri::parse)
                .toList();
    }

    @Override
    public Usage usage(UserId uploader, Instant since) {
        var sums = database.read(
                manager -> Queries.first(manager, USAGE, Object[].class, uploader.toString(), since.toEpochMilli()));
        return new Usage(sum(sums.orElseThrow()[0]), sum(sums.orElseThrow()[1]));
    }

    /** Of no rows at all there is no sum. */
    private static long sum(@Nullable Object found) {
        return found instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public Set<BlobId> delete(Collection<MxcUri> uris) {
        return database.write(transaction -> {
            var blobs = new HashSet<BlobId>();
            for (var uri :
                    uris.stream().sorted(Comparator.comparing(MxcUri::toString)).toList()) {
                // Held one after the other in one order, so that no two transactions wait for each other.
                transaction.hold(MediaRow.class, uri.toString()).ifPresent(row -> {
                    row.blob().ifPresent(blobs::add);
                    transaction
                            .query(THUMBNAILS, ThumbnailRow.class, uri.toString())
                            .getResultList()
                            .forEach(thumbnail -> {
                                blobs.add(thumbnail.blob());
                                transaction.manager().remove(thumbnail);
                            });
                    transaction.manager().remove(row);
                });
            }
            return Set.copyOf(blobs);
        });
    }

    @Override
    public void deleteUnused(Instant givenUpBefore) {
        database.change(transaction -> transaction.change(
                "delete from MediaRow m where m.unusedExpiresAt < ?1 and m.blobId is null",
                givenUpBefore.toEpochMilli()));
    }

    @Override
    public Set<BlobId> referenced(Set<BlobId> blobs) {
        if (blobs.isEmpty()) {
            return Set.of();
        }
        var ids = blobs.stream().map(BlobId::value).toList();
        return database.read(manager -> Stream.of("MediaRow", "ThumbnailRow")
                .flatMap(row -> Queries.list(
                        manager, "select distinct r.blobId from " + row + " r where r.blobId in ?1", String.class, ids)
                        .stream())
                .map(BlobId::new)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
