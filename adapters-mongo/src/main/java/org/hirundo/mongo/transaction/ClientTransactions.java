package org.hirundo.mongo.transaction;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteManyModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.IdPrefix;
import org.hirundo.mongo.common.Writes;

/** The client transactions that were committed, and what they were answered. */
public final class ClientTransactions {

    private final Database database;
    private final MongoCollection<Document> transactions;

    /** On this database. */
    public ClientTransactions(Database database) {
        this.database = database;
        this.transactions = database.collection(ClientTransactionDocument.COLLECTION);
    }

    /** What those of the transactions were answered that are known. */
    public Map<TransactionKey, String> answers(ClientSession session, Collection<TransactionKey> keys) {
        var answers = new HashMap<TransactionKey, String>();
        if (!keys.isEmpty()) {
            transactions
                    .find(
                            session,
                            in(
                                    Fields.ID,
                                    keys.stream()
                                            .map(ClientTransactionDocument::id)
                                            .toList()))
                    .map(ClientTransactionDocument::transaction)
                    .forEach(known -> answers.put(TransactionKey.of(known), known.answer()));
        }
        return answers;
    }

    /**
     * Keeps the transactions; fails as a duplicate key when one of them is known.
     *
     * @param events which event a transaction sent, where it sent one
     */
    public void insert(
            ClientSession session, Collection<ClientTransaction> added, Map<ClientTransaction, EventId> events) {
        if (!added.isEmpty()) {
            transactions.insertMany(
                    session,
                    added.stream()
                            .map(transaction -> ClientTransactionDocument.of(transaction, events.get(transaction)))
                            .toList());
        }
    }

    /** The transactions of the devices go: whoever gets a device of the same id begins anew. */
    public static void remove(Writes writes, DevicesRemoved removed) {
        for (var device : removed.devices()) {
            writes.add(
                    ClientTransactionDocument.COLLECTION,
                    new DeleteManyModel<>(IdPrefix.of(ClientTransactionDocument.ofDevice(removed.user(), device))));
        }
    }

    /** The transactions by which the device sent these events. */
    public Map<EventId, ClientTransaction> thatSent(UserId user, DeviceId device, Set<EventId> events) {
        var filter = and(
                eq(ClientTransactionDocument.USER, user.toString()),
                eq(ClientTransactionDocument.DEVICE, device.toString()),
                in(
                        ClientTransactionDocument.EVENT,
                        events.stream().map(EventId::toString).toList()));
        return database.call(() -> {
            var sent = new HashMap<EventId, ClientTransaction>();
            transactions
                    .find(filter)
                    .forEach(document -> sent.put(
                            ClientTransactionDocument.event(document),
                            ClientTransactionDocument.transaction(document)));
            return sent;
        });
    }
}
