package org.hirundo.jpa.transaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredText;

@Entity
@Table(name = "client_transaction")
class ClientTransactionRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "device_id")
    private String deviceId = "";

    @Column(name = "endpoint")
    private String endpoint = "";

    @Column(name = "transaction_id")
    private String transactionId = "";

    @Column(name = "answer")
    private String answer = "";

    ClientTransactionRow() {}

    ClientTransactionRow(ClientTransaction transaction) {
        id = id(transaction);
        userId = transaction.user().toString();
        deviceId = transaction.device().toString();
        endpoint = StoredText.of(transaction.endpoint());
        transactionId = transaction.transaction().toString();
        answer = transaction.answer();
    }

    /** The same for every repetition of the transaction. */
    static String id(ClientTransaction transaction) {
        return Digest.of(transaction.user(), transaction.device(), transaction.endpoint(), transaction.transaction());
    }

    String id() {
        return id;
    }

    String answer() {
        return answer;
    }

    ClientTransaction transaction() {
        return new ClientTransaction(
                UserId.parse(userId),
                new DeviceId(deviceId),
                StoredText.read(endpoint),
                new TransactionId(transactionId),
                answer);
    }
}
