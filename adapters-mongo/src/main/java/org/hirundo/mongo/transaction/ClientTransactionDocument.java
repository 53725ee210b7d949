package org.hirundo.mongo.transaction;

import org.bson.Document;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;
import org.jspecify.annotations.Nullable;

/** A client transaction as it is stored; its identity is all but the answer and the event it sent. */
final class ClientTransactionDocument {

    static final String COLLECTION = "client_transactions";
    static final String USER = "_id.user";
    static final String DEVICE = "_id.device";
    static final String EVENT = "event";

    private ClientTransactionDocument() {}

    static Document id(TransactionKey key) {
        return ofDevice(key.user(), key.device())
                .append("endpoint", key.endpoint())
                .append("transaction", key.transaction().toString());
    }

    /** How the identities of all transactions of the device begin. */
    static Document ofDevice(UserId user, DeviceId device) {
        return new Document("user", user.toString()).append("device", device.toString());
    }

    static Document of(ClientTransaction transaction, @Nullable EventId event) {
        var document =
                new Document(Fields.ID, id(TransactionKey.of(transaction))).append("answer", transaction.answer());
        // Left out rather than null: the index on events holds only documents with the field.
        return event == null ? document : document.append(EVENT, event.toString());
    }

    static ClientTransaction transaction(Document document) {
        var id = Fields.id(document);
        return new ClientTransaction(
                UserId.parse(id.getString("user")),
                new DeviceId(id.getString("device")),
                id.getString("endpoint"),
                new TransactionId(id.getString("transaction")),
                document.getString("answer"));
    }

    static EventId event(Document document) {
        return new EventId(document.getString(EVENT));
    }
}
