package org.hirundo.jpa.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.CommitOutcome.Repeated;
import org.hirundo.application.port.stream.CommitOutcome.StaleHead;
import org.hirundo.application.port.stream.DeviceDehydrated;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.accountdata.AccountDataWrites;
import org.hirundo.jpa.common.Transaction;
import org.hirundo.jpa.event.EventWrites;
import org.hirundo.jpa.key.KeyWrites;
import org.hirundo.jpa.membership.MembershipWrites;
import org.hirundo.jpa.push.PushWrites;
import org.hirundo.jpa.receipt.ReceiptWrites;
import org.hirundo.jpa.relation.RelationWrites;
import org.hirundo.jpa.room.RoomWrites;
import org.hirundo.jpa.session.SessionWrites;
import org.hirundo.jpa.thread.ThreadSubscriptionWrites;
import org.hirundo.jpa.todevice.InboxWrites;
import org.hirundo.jpa.transaction.ClientTransactions;

/** The changes of one transaction, taken one after the other. */
final class GroupCommit {

    private final Transaction transaction;
    private final List<DurableChange> changes;
    private final ClientTransactions transactions;
    private final RoomWrites rooms;
    private final long last;
    private long next;

    /**
     * Advances the stream by as many positions as the changes take when none is left out.
     *
     * @param trusting whether to write without reading: what is not as the changes expect it ends as a collision
     */
    GroupCommit(Transaction transaction, List<DurableChange> changes, boolean trusting) {
        this.transaction = transaction;
        this.changes = changes;
        long wanted = changes.stream().mapToLong(GroupCommit::positions).sum();
        last = transaction.advance(JpaStreamStore.COUNTER, wanted);
        next = last - wanted + 1;
        transactions = trusting
                ? ClientTransactions.trusting(transaction)
                : ClientTransactions.of(transaction, transactions(changes));
        rooms = trusting ? RoomWrites.trusting(transaction) : RoomWrites.of(transaction, rooms(changes));
    }

    private static long positions(DurableChange change) {
        return change instanceof RoomCommit commit ? commit.events().size() : 1;
    }

    private static List<ClientTransaction> transactions(List<DurableChange> changes) {
        return changes.stream().flatMap(change -> transaction(change).stream()).toList();
    }

    private static Optional<ClientTransaction> transaction(DurableChange change) {
        return switch (change) {
            case RoomCommit commit -> commit.transaction();
            case ToDeviceSend send -> send.transaction();
            case AccountDataChange _,
                    ReceiptChange _,
                    DeviceKeysChange _,
                    DeviceDehydrated _,
                    DevicesRemoved _,
                    ThreadSubscriptionChange _ -> Optional.empty();
        };
    }

    private static List<RoomId> rooms(List<DurableChange> changes) {
        return changes.stream()
                .flatMap(change -> change instanceof RoomCommit commit
                        ? Optional.of(commit.room()).stream()
                        : Optional.<RoomId>empty().stream())
                .toList();
    }

    List<CommitOutcome> run() {
        var outcomes = new ArrayList<CommitOutcome>(changes.size());
        for (var change : changes) {
            outcomes.add(outcome(change));
        }
        rooms.flush();
        long unused = last + 1 - next;
        if (unused > 0) {
            transaction.advance(JpaStreamStore.COUNTER, -unused);
        }
        return List.copyOf(outcomes);
    }

    private CommitOutcome outcome(DurableChange change) {
        var answered = transaction(change).flatMap(transactions::answer);
        if (answered.isPresent()) {
            return new Repeated(answered.get());
        }
        if (change instanceof RoomCommit commit && !rooms.isCurrent(commit)) {
            return new StaleHead();
        }
        var first = new StreamPosition(next);
        next += positions(change);
        write(change, first);
        transaction(change).ifPresent(transactions::add);
        return new Committed(first, new StreamPosition(next - 1));
    }

    private void write(DurableChange change, StreamPosition position) {
        switch (change) {
            case RoomCommit commit -> {
                rooms.put(commit, new StreamPosition(next - 1));
                EventWrites.put(transaction, commit, position);
                RelationWrites.put(transaction, commit, position);
                MembershipWrites.put(transaction, commit, position);
            }
            case AccountDataChange data -> AccountDataWrites.put(transaction, data, position);
            case ReceiptChange receipt -> ReceiptWrites.put(transaction, receipt, position);
            case ToDeviceSend send -> InboxWrites.add(transaction, send, position);
            case DeviceKeysChange keys -> KeyWrites.put(transaction, keys, position);
            case DeviceDehydrated dehydrated -> {
                drop(dehydrated.predecessor());
                SessionWrites.put(transaction, dehydrated);
                KeyWrites.put(transaction, dehydrated, position);
            }
            case DevicesRemoved removed -> {
                drop(removed);
                KeyWrites.remove(transaction, removed, position);
            }
            case ThreadSubscriptionChange threads -> ThreadSubscriptionWrites.put(transaction, threads, position);
        }
    }

    /** All that the devices had goes, but for their keys. */
    private void drop(DevicesRemoved removed) {
        if (!removed.devices().isEmpty()) {
            SessionWrites.remove(transaction, removed);
            InboxWrites.remove(transaction, removed);
            ClientTransactions.remove(transaction, removed);
            PushWrites.remove(transaction, removed);
        }
    }
}
