package org.hirundo.jpa.preview;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.preview.Preview;
import org.hirundo.application.port.preview.PreviewStore;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;

/** Previews, one row each. */
public final class JpaPreviewStore implements PreviewStore {

    private static final String LATEST =
            "select p from PreviewRow p where p.addressId = ?1 and p.madeAt <= ?2 order by p.madeAt desc";

    private static final String OLDEST = "select p from PreviewRow p where p.madeAt < ?1 order by p.madeAt, p.id";

    private final Database database;

    /** On this database. */
    public JpaPreviewStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Preview preview) {
        database.change(transaction -> transaction.manager().merge(new PreviewRow(preview)));
    }

    @Override
    public Optional<Preview> find(URI address, Instant atOrBefore) {
        return database.read(manager -> Queries.first(
                        manager, LATEST, PreviewRow.class, PreviewRow.addressId(address), atOrBefore.toEpochMilli()))
                .map(PreviewRow::preview);
    }

    @Override
    public List<Preview> oldest(Instant before, int limit) {
        return database
                .read(manager -> Queries.of(manager, OLDEST, PreviewRow.class, before.toEpochMilli())
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .map(PreviewRow::preview)
                .toList();
    }

    @Override
    public void delete(Collection<Preview> previews) {
        if (!previews.isEmpty()) {
            var ids = previews.stream().map(PreviewRow::id).toList();
            database.change(transaction -> transaction.change("delete from PreviewRow p where p.id in ?1", ids));
        }
    }
}
