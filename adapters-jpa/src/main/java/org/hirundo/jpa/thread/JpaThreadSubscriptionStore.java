package org.hirundo.jpa.thread;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;

/** Subscriptions to threads, one row each. */
public final class JpaThreadSubscriptionStore implements ThreadSubscriptionStore {

    private static final String LATEST = """
            select t from ThreadSubscriptionRow t
            where t.userId = ?1 and t.streamPosition > ?2 and t.streamPosition <= ?3 order by t.streamPosition desc
            """;

    private final Database database;

    /** On this database. */
    public JpaThreadSubscriptionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Entry> find(UserId user, RoomId room, EventId root) {
        return database.read(manager -> Optional.ofNullable(
                        manager.find(ThreadSubscriptionRow.class, ThreadSubscriptionRow.id(user, room, root))))
                .map(ThreadSubscriptionRow::entry);
    }

    @Override
    public List<Entry> latest(UserId user, StreamPosition after, StreamPosition upTo, int limit) {
        return database
                .read(manager -> Queries.of(
                                manager,
                                LATEST,
                                ThreadSubscriptionRow.class,
                                user.toString(),
                                after.value(),
                                upTo.value())
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                .map(ThreadSubscriptionRow::entry)
                .toList();
    }
}
