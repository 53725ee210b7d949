package org.hirundo.jpa.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.StreamStore;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.Database;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.hirundo.jpa.event.ClientTransactionWrites;

/** The stream: commits over all tables, put in order by the row of the table {@code stream_counter}. */
public final class JpaStreamStore implements StreamStore {

    private final Database database;

    /** The stream of the database. */
    public JpaStreamStore(Database database) {
        this.database = database;
    }

    @Override
    public StreamPosition position() {
        return new StreamPosition(database.read(
                entities -> entities.createQuery("select c.streamPosition from StreamCounterRow c", Long.class)
                        .getSingleResult()));
    }

    @Override
    public List<CommitOutcome> commit(List<DurableChange> changes) {
        return changes.isEmpty() ? List.of() : database.write(transaction -> commit(transaction, changes));
    }

    private static List<CommitOutcome> commit(Transaction transaction, List<DurableChange> changes) {
        var plan = plan(transaction, changes);
        if (plan.positions() == 0) {
            return plan.outcomesAfter(0);
        }
        long last = transaction.advance(plan.positions());
        var outcomes = plan.outcomesAfter(last - plan.positions());
        var writes = new CommitWrites(transaction);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Committed place) {
                writes.add(changes.get(i), place);
            }
        }
        writes.flush();
        return outcomes;
    }

    /**
     * Nothing is locked yet when the plan is made: who moved one of the rooms or answered one of the transactions since
     * then makes the writing fail, and the commit begins anew.
     */
    private static CommitPlan plan(Transaction transaction, List<DurableChange> changes) {
        var rooms = new LinkedHashMap<String, RoomId>();
        var transactions = new LinkedHashSet<String>();
        for (var change : changes) {
            if (change instanceof RoomCommit commit) {
                rooms.put(Text.stored(commit.room()), commit.room());
            }
            ClientTransactionWrites.of(change).map(ClientTransactionWrites::idOf).ifPresent(transactions::add);
        }
        var revisions = new HashMap<RoomId, Long>();
        var answers = new HashMap<String, String>();
        if (!rooms.isEmpty() || !transactions.isEmpty()) {
            var parameters = new ArrayList<String>(rooms.keySet());
            parameters.addAll(transactions);
            transaction.query(known(rooms.size(), transactions.size()), parameters, row -> {
                var answer = row.getString(3);
                if (answer == null) {
                    revisions.put(Objects.requireNonNull(rooms.get(row.getString(1))), row.getLong(2));
                } else {
                    answers.put(row.getString(1), Text.read(answer));
                }
            });
        }
        var plan = new CommitPlan(revisions, answers);
        changes.forEach(plan::add);
        return plan;
    }

    /** The query for (room, revision, null) and (transaction, null, answer): one read for both. */
    private static String known(int rooms, int transactions) {
        var parts = new ArrayList<String>();
        if (rooms > 0) {
            parts.add("select room_id, revision, null from room where room_id in (" + marks(rooms) + ")");
        }
        if (transactions > 0) {
            parts.add("select id, null, answer from client_transaction where id in (" + marks(transactions) + ")");
        }
        return String.join(" union all ", parts);
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
