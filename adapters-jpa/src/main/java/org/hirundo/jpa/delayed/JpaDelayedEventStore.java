package org.hirundo.jpa.delayed;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.Transaction;

/** Delayed events, one row each. */
public final class JpaDelayedEventStore implements DelayedEventStore {

    private static final String OF_TRANSACTION = "select d.id from DelayedEventRow d where d.transactionKey = ?1";

    private static final String COUNT = """
            select count(d.id) from DelayedEventRow d where d.sender = ?1 and d.finalisedAt is null
            """;

    private static final String SCHEDULED = """
            select d from DelayedEventRow d where d.sender = ?1 and d.finalisedAt is null order by d.sendAt, d.id
            """;

    private static final String NEXT =
            "select d.dueAt from DelayedEventRow d where d.dueAt is not null order by d.dueAt";

    private static final String DUE =
            "select d from DelayedEventRow d where d.dueAt <= ?1 order by d.dueAt, d.sendAt, d.id";

    private static final String CLAIM = "update DelayedEventRow d set d.dueAt = ?1 where d.id = ?2 and d.dueAt = ?3";

    private static final String FORGET = "delete from DelayedEventRow d where d.sender = ?1 and d.finalisedAt < ?2";

    private static final String LATEST_FINALISED = """
            select d.id from DelayedEventRow d where d.sender = ?1 and d.finalisedAt is not null
            order by d.finalisedAt desc, d.id
            """;

    private static final String REMOVE = "delete from DelayedEventRow d where d.id = ?1";

    private final Database database;

    /** On this database. */
    public JpaDelayedEventStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> schedule(DelayedEvent event, Optional<ClientTransaction> asked, int most) {
        var key = asked.map(JpaDelayedEventStore::key);
        return database.write(transaction -> {
            var earlier =
                    key.flatMap(known -> Queries.first(transaction.manager(), OF_TRANSACTION, String.class, known));
            if (earlier.isPresent()) {
                return earlier;
            }
            long scheduled = transaction
                    .query(COUNT, Long.class, event.sender().toString())
                    .getSingleResult();
            if (scheduled >= most) {
                return Optional.empty();
            }
            transaction.add(new DelayedEventRow(event, key));
            return Optional.of(event.id());
        });
    }

    private static String key(ClientTransaction asked) {
        return Digest.of(asked.user(), asked.device(), asked.endpoint(), asked.transaction());
    }

    @Override
    public Optional<DelayedEvent> find(String id) {
        return database.read(manager -> Optional.ofNullable(manager.find(DelayedEventRow.class, StoredText.of(id))))
                .map(DelayedEventRow::delayedEvent);
    }

    @Override
    public List<DelayedEvent> scheduled(UserId sender) {
        return database
                .read(manager -> Queries.list(manager, SCHEDULED, DelayedEventRow.class, sender.toString()))
                .stream()
                .map(DelayedEventRow::delayedEvent)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read(manager -> Queries.first(manager, NEXT, Long.class))
                .map(Instant::ofEpochMilli);
    }

    @Override
    public List<DelayedEvent> claimDue(Instant now, Instant until, int limit) {
        return database.write(transaction ->
                transaction
                        .query(DUE, DelayedEventRow.class, now.toEpochMilli())
                        .setMaxResults(limit)
                        .getResultList()
                        .stream()
                        // Of those who found the row, one changes it.
                        .filter(row ->
                                transaction.change(CLAIM, until.toEpochMilli(), row.id(), requireNonNull(row.dueAt()))
                                        == 1)
                        .map(DelayedEventRow::delayedEvent)
                        .toList());
    }

    @Override
    public Optional<DelayedEvent> claim(String id, Instant until) {
        return database.write(transaction -> {
            var free = free(transaction, id);
            free.ifPresent(row -> row.claim(until));
            return free.map(DelayedEventRow::delayedEvent);
        });
    }

    private static Optional<DelayedEventRow> free(Transaction transaction, String id) {
        return transaction.hold(DelayedEventRow.class, StoredText.of(id)).filter(DelayedEventRow::isFree);
    }

    @Override
    public void release(String id) {
        changeScheduled(id, DelayedEventRow::release);
    }

    @Override
    public void finalise(String id, Outcome outcome) {
        changeScheduled(id, row -> row.finalise(outcome));
    }

    private void changeScheduled(String id, Consumer<DelayedEventRow> change) {
        database.change(transaction -> transaction
                .hold(DelayedEventRow.class, id)
                .filter(DelayedEventRow::isScheduled)
                .ifPresent(change));
    }

    @Override
    public boolean cancel(String id, Instant now) {
        return changeFree(id, row -> row.finalise(new Outcome.Cancelled(now)));
    }

    @Override
    public boolean restart(String id, Instant now) {
        return changeFree(id, row -> row.restart(now));
    }

    private boolean changeFree(String id, Consumer<DelayedEventRow> change) {
        return database.write(transaction -> {
            var free = free(transaction, id);
            free.ifPresent(change);
            return free.isPresent();
        });
    }

    @Override
    public void forget(UserId sender, Instant before, int latest) {
        database.change(transaction -> {
            transaction.change(FORGET, sender.toString(), before.toEpochMilli());
            transaction
                    .query(LATEST_FINALISED, String.class, sender.toString())
                    .setFirstResult(latest)
                    .getResultList()
                    .forEach(id -> transaction.change(REMOVE, id));
        });
    }
}
