package org.hirundo.mongo.stream;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.StreamStore;
import org.hirundo.application.port.stream.ThreadSubscriptionChange;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.domain.id.EventId;
import org.hirundo.mongo.accountdata.AccountDataWrites;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Failures;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Writes;
import org.hirundo.mongo.event.EventWrites;
import org.hirundo.mongo.key.KeyWrites;
import org.hirundo.mongo.membership.MembershipWrites;
import org.hirundo.mongo.push.PushWrites;
import org.hirundo.mongo.receipt.ReceiptWrites;
import org.hirundo.mongo.room.RoomWrites;
import org.hirundo.mongo.room.SnapshotWrites;
import org.hirundo.mongo.session.SessionWrites;
import org.hirundo.mongo.thread.ThreadSubscriptionWrites;
import org.hirundo.mongo.todevice.InboxWrites;
import org.hirundo.mongo.transaction.ClientTransactions;
import org.hirundo.mongo.transaction.TransactionKey;

/**
 * Commits changes. All commits write to the document with the position, which they do first: of two that run at the same
 * time one collides there and starts over, so commits come one after the other.
 *
 * <p>Almost always every change can be committed. So a commit is first tried without reading anything: rooms are written
 * on condition of their revision, client transactions inserted on condition that they are new. Only when one of these
 * turns out otherwise, the transaction is given up, and in a second one what is known is read before it is decided which
 * changes are left out.
 */
public final class MongoStreamStore implements StreamStore {

    private static final String COLLECTION = "counters";
    private static final String STREAM = "stream";
    private static final String POSITION = "position";

    private final Database database;
    private final MongoCollection<Document> counters;
    private final ClientTransactions transactions;

    /** On this database. */
    public MongoStreamStore(Database database, ClientTransactions transactions) {
        this.database = database;
        this.counters = database.collection(COLLECTION);
        this.transactions = transactions;
    }

    @Override
    public StreamPosition position() {
        return database.call(() ->
                        Optional.ofNullable(counters.find(eq(Fields.ID, STREAM)).first()))
                .map(document -> new StreamPosition(document.getLong(POSITION)))
                .orElse(StreamPosition.START);
    }

    @Override
    public List<CommitOutcome> commit(List<DurableChange> changes) {
        return commit(changes, session -> Known.inTheUsualCase(changes))
                .or(() -> commit(changes, session -> read(session, changes)))
                .orElseThrow(() -> new IllegalStateException("What a transaction read was not so when it wrote"));
    }

    /** What became of the changes; empty, and nothing is committed, when what was taken as known is not so. */
    private Optional<List<CommitOutcome>> commit(List<DurableChange> changes, Function<ClientSession, Known> known) {
        return database.transaction(session -> {
            var plan = new CommitPlan(changes, known.apply(session));
            if (plan.positions() == 0) {
                return Optional.of(plan.outcomesAfter(0));
            }
            long position = advance(session, plan.positions());
            if (!write(session, plan.placedAfter(position))) {
                session.abortTransaction();
                return Optional.empty();
            }
            return Optional.of(plan.outcomesAfter(position));
        });
    }

    private Known read(ClientSession session, List<DurableChange> changes) {
        var rooms = Known.inTheUsualCase(changes).revisions().keySet();
        var keys = changes.stream()
                .flatMap(change -> CommitPlan.transaction(change).stream())
                .map(TransactionKey::of)
                .distinct()
                .toList();
        return new Known(RoomWrites.revisions(database, session, rooms), transactions.answers(session, keys));
    }

    /** Takes the next positions, and answers the one before them. */
    private long advance(ClientSession session, int positions) {
        var after = counters.findOneAndUpdate(
                session,
                eq(Fields.ID, STREAM),
                inc(POSITION, (long) positions),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(after, "An upsert has an outcome").getLong(POSITION) - positions;
    }

    private boolean write(ClientSession session, List<CommitPlan.Placed> placed) {
        var rooms = new RoomWrites();
        var writes = new Writes();
        var sent = new ArrayList<ClientTransaction>();
        var events = new HashMap<ClientTransaction, EventId>();
        for (var change : placed) {
            CommitPlan.transaction(change.change()).ifPresent(sent::add);
            if (change.change() instanceof RoomCommit commit) {
                rooms.put(commit, change.last());
                sentEvent(commit)
                        .ifPresent(event -> events.put(commit.transaction().orElseThrow(), event));
            }
            add(writes, change);
        }
        for (var change : placed) {
            if (change.change() instanceof RoomCommit commit) {
                EventWrites.redact(writes, commit);
            }
        }
        if (!writeConditionally(session, rooms, sent, events)) {
            return false;
        }
        writes.send(database, session);
        return true;
    }

    private boolean writeConditionally(
            ClientSession session,
            RoomWrites rooms,
            List<ClientTransaction> sent,
            Map<ClientTransaction, EventId> events) {
        try {
            boolean unmoved = rooms.send(database, session);
            if (unmoved) {
                transactions.insert(session, sent, events);
            }
            return unmoved;
        } catch (MongoException failure) {
            if (Failures.isDuplicateKey(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** The event of the commit that its client transaction is answered with. */
    private static Optional<EventId> sentEvent(RoomCommit commit) {
        return commit.transaction()
                .map(transaction -> new EventId(transaction.answer()))
                .filter(answer -> commit.events().stream()
                        .anyMatch(added -> added.event().id().equals(answer)));
    }

    private static void add(Writes writes, CommitPlan.Placed placed) {
        switch (placed.change()) {
            case RoomCommit commit -> {
                EventWrites.put(writes, commit, placed.first());
                SnapshotWrites.put(writes, commit);
                MembershipWrites.put(writes, commit, placed.first());
            }
            case AccountDataChange change -> AccountDataWrites.put(writes, change, placed.first());
            case ReceiptChange receipt -> ReceiptWrites.put(writes, receipt, placed.first());
            case ToDeviceSend send -> InboxWrites.put(writes, send, placed.first());
            case DeviceKeysChange change -> KeyWrites.put(writes, change, placed.first());
            case ThreadSubscriptionChange change -> ThreadSubscriptionWrites.put(writes, change, placed.first());
            case DevicesRemoved removed -> {
                SessionWrites.remove(writes, removed);
                KeyWrites.remove(writes, removed, placed.first());
                InboxWrites.remove(writes, removed);
                ClientTransactions.remove(writes, removed);
                PushWrites.remove(writes, removed);
            }
        }
    }
}
