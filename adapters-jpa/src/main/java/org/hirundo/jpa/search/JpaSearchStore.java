package org.hirundo.jpa.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.search.SearchStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.Transaction;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

/**
 * An inverted index: one row for each term of each event in a room. The rows of a room and term lie side by side in the order of
 * the events, so a page of hits is a range, and whether an event has another term too is one look.
 */
public final class JpaSearchStore implements SearchStore {

    private static final UpsertTable POSTINGS =
            new UpsertTable("search_posting", List.of("room", "term", "stream_position"), List.of("search_key"));

    private static final Comparator<Hit> NEWEST_FIRST =
            Comparator.comparing(Hit::position).reversed();

    private final Database database;

    /** On this database. */
    public JpaSearchStore(Database database) {
        this.database = database;
    }

    @Override
    public void index(Collection<Entry> added, Set<StreamPosition> removed) {
        var rows = added.stream()
                .filter(entry -> !removed.contains(entry.position()))
                .flatMap(entry -> entry.terms().stream().map(term -> row(entry, term)))
                .toList();
        if (!rows.isEmpty() || !removed.isEmpty()) {
            database.change(transaction -> {
                transaction.putAll(POSTINGS, rows);
                remove(transaction, removed);
            });
        }
    }

    private static @Nullable Object[] row(Entry entry, String term) {
        return new @Nullable Object[] {
            Fingerprint.of(entry.room()), Fingerprint.of(term), entry.position().value(), Matching.number(entry.key())
        };
    }

    private static void remove(Transaction transaction, Set<StreamPosition> removed) {
        for (var position : removed) {
            transaction
                    .manager()
                    .createNativeQuery("delete from search_posting where stream_position = ?1")
                    .setParameter(1, position.value())
                    .executeUpdate();
        }
    }

    @Override
    public List<Hit> find(Question question, Optional<StreamPosition> before, int limit) {
        if (question.isVoid() || limit < 1) {
            return List.of();
        }
        var hits = database.read(manager ->
                Batches.ask(question.rooms(), rooms -> hits(manager, new Matching(question, rooms, before), limit)));
        return hits.stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    private static List<Hit> hits(EntityManager manager, Matching matching, int limit) {
        var sql = """
                select p.stream_position, e.id
                %s join event e on e.stream_position = p.stream_position where %s
                order by p.stream_position desc limit %d
                """.formatted(Matching.FROM, matching.condition(), limit);
        var hits = new ArrayList<Hit>();
        for (var tuple : Queries.tuples(manager, sql, matching.parameters())) {
            if (tuple[0] instanceof Number position && tuple[1] instanceof String event) {
                hits.add(new Hit(new StreamPosition(position.longValue()), new EventId(event)));
            }
        }
        return hits;
    }

    @Override
    public int count(Question question, int atMost) {
        if (question.isVoid()) {
            return 0;
        }
        var counts = database.read(manager -> Batches.ask(
                question.rooms(),
                rooms -> List.of(count(manager, new Matching(question, rooms, Optional.empty()), atMost))));
        return Math.min(atMost, counts.stream().mapToInt(Integer::intValue).sum());
    }

    private static int count(EntityManager manager, Matching matching, int atMost) {
        var sql = "select count(*) from (select 1 as hit %s where %s limit %d) hits"
                .formatted(Matching.FROM, matching.condition(), atMost);
        var query = manager.createNativeQuery(sql);
        int number = 0;
        for (var parameter : matching.parameters()) {
            query.setParameter(++number, parameter);
        }
        return ((Number) query.getSingleResult()).intValue();
    }
}
