package org.hirundo.mongo.transaction;

import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;

/** By what a repetition of a client transaction is known. */
public record TransactionKey(UserId user, DeviceId device, String endpoint, TransactionId transaction) {

    /** The key of the transaction. */
    public static TransactionKey of(ClientTransaction transaction) {
        return new TransactionKey(
                transaction.user(), transaction.device(), transaction.endpoint(), transaction.transaction());
    }
}
