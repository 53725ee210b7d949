package org.hirundo.jpa.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.event.ClientTransactionWrites;

/** Decides which changes of a call are committed, and hands out positions as if the first one were 1. */
final class CommitPlan {

    private final Map<RoomId, Long> revisions;
    private final Map<String, String> answers;
    private final List<CommitOutcome> outcomes = new ArrayList<>();
    private long positions;

    /**
     * A plan from what is stored.
     *
     * @param revisions of the rooms that exist
     * @param answers of the client transactions that are known, by their ids
     */
    CommitPlan(Map<RoomId, Long> revisions, Map<String, String> answers) {
        this.revisions = new HashMap<>(revisions);
        this.answers = new HashMap<>(answers);
    }

    /** Looks at the next change. */
    void add(DurableChange change) {
        outcomes.add(outcome(change));
    }

    private CommitOutcome outcome(DurableChange change) {
        var transaction = ClientTransactionWrites.of(change);
        var known = transaction.map(ClientTransactionWrites::idOf).flatMap(id -> Optional.ofNullable(answers.get(id)));
        if (known.isPresent()) {
            return new CommitOutcome.Repeated(known.get());
        }
        if (change instanceof RoomCommit commit && !moves(commit)) {
            return new CommitOutcome.StaleHead();
        }
        transaction.ifPresent(sent -> answers.put(ClientTransactionWrites.idOf(sent), sent.answer()));
        long first = positions + 1;
        positions += positionsOf(change);
        return new CommitOutcome.Committed(new StreamPosition(first), new StreamPosition(positions));
    }

    private boolean moves(RoomCommit commit) {
        if (revisions.getOrDefault(commit.room(), 0L) != commit.basedOn()) {
            return false;
        }
        revisions.put(commit.room(), commit.basedOn() + 1);
        return true;
    }

    private static int positionsOf(DurableChange change) {
        return switch (change) {
            case RoomCommit commit -> commit.events().size();
            case AccountDataChange _, ReceiptChange _, ToDeviceSend _, DeviceKeysChange _, DevicesRemoved _ -> 1;
        };
    }

    /** How many positions are needed. */
    long positions() {
        return positions;
    }

    /** The outcomes in the order of the changes, once it is known which position comes before them. */
    List<CommitOutcome> outcomesAfter(long before) {
        return outcomes.stream().map(outcome -> shifted(outcome, before)).toList();
    }

    private static CommitOutcome shifted(CommitOutcome outcome, long by) {
        return switch (outcome) {
            case CommitOutcome.Committed(var first, var last) ->
                new CommitOutcome.Committed(
                        new StreamPosition(first.value() + by), new StreamPosition(last.value() + by));
            case CommitOutcome.StaleHead stale -> stale;
            case CommitOutcome.Repeated repeated -> repeated;
        };
    }
}
