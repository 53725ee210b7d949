package org.hirundo.mongo.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.domain.id.RoomId;
import org.hirundo.mongo.transaction.TransactionKey;

/** Which of the changes of one call are committed, and at how many positions. */
final class CommitPlan {

    private final List<Step> steps = new ArrayList<>();
    private final Map<RoomId, RoomRevision> revisions;
    private final Map<TransactionKey, String> answers;
    private int positions;

    /** A change with its place in the call. */
    private sealed interface Step {

        /** It is committed, and gets so many positions after so many others of the call. */
        record Accepted(DurableChange change, int before, int positions) implements Step {}

        /** It is left out. */
        record LeftOut(CommitOutcome outcome) implements Step {}
    }

    /** A change that is committed, and its first and last position. */
    record Placed(DurableChange change, StreamPosition first, StreamPosition last) {}

    /** Decides about the changes in their order, each on what those before it left. */
    CommitPlan(List<DurableChange> changes, Known known) {
        this.revisions = new HashMap<>(known.revisions());
        this.answers = new HashMap<>(known.answers());
        changes.forEach(change -> steps.add(decide(change)));
    }

    private Step decide(DurableChange change) {
        var transaction = transaction(change);
        var answer = transaction.map(sent -> answers.get(TransactionKey.of(sent)));
        if (answer.isPresent()) {
            return new Step.LeftOut(new CommitOutcome.Repeated(answer.get()));
        }
        if (change instanceof RoomCommit commit) {
            if (!revisions.getOrDefault(commit.room(), RoomRevision.NONE).equals(commit.basedOn())) {
                return new Step.LeftOut(new CommitOutcome.StaleHead());
            }
            revisions.put(commit.room(), commit.result());
        }
        transaction.ifPresent(sent -> answers.put(TransactionKey.of(sent), sent.answer()));
        int before = positions;
        int taken = change instanceof RoomCommit commit ? commit.events().size() : 1;
        positions += taken;
        return new Step.Accepted(change, before, taken);
    }

    /** The client transaction that the change answers. */
    static Optional<ClientTransaction> transaction(DurableChange change) {
        return switch (change) {
            case RoomCommit commit -> commit.transaction();
            case ToDeviceSend send -> send.transaction();
            default -> Optional.empty();
        };
    }

    /** How many positions the changes take that are committed. */
    int positions() {
        return positions;
    }

    /** The changes that are committed, when the positions after this one are theirs. */
    List<Placed> placedAfter(long position) {
        var placed = new ArrayList<Placed>();
        for (var step : steps) {
            if (step instanceof Step.Accepted accepted) {
                placed.add(place(accepted, position));
            }
        }
        return placed;
    }

    /** What becomes of each change, when the positions after this one are theirs. */
    List<CommitOutcome> outcomesAfter(long position) {
        return steps.stream()
                .<CommitOutcome>map(step -> switch (step) {
                    case Step.LeftOut(var outcome) -> outcome;
                    case Step.Accepted accepted -> {
                        var placed = place(accepted, position);
                        yield new CommitOutcome.Committed(placed.first(), placed.last());
                    }
                })
                .toList();
    }

    private static Placed place(Step.Accepted accepted, long position) {
        long first = position + accepted.before() + 1;
        return new Placed(
                accepted.change(), new StreamPosition(first), new StreamPosition(first + accepted.positions() - 1));
    }
}
