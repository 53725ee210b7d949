package org.hirundo.jpa.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "client_transaction")
class ClientTransactionRow {

    static final SqlTable TABLE = SqlTable.of(
            "client_transaction", "id", "user_id, device_id, endpoint, transaction_id, answer, event_id");

    /** {@link #idOf} of the other columns: they are too long for a key together. */
    @Id
    @Column(name = "id")
    String id;

    @Column(name = "user_id")
    String userId;

    @Column(name = "device_id")
    String deviceId;

    @Column(name = "endpoint")
    String endpoint;

    @Column(name = "transaction_id")
    String transactionId;

    @Column(name = "answer")
    String answer;

    /** The event that was sent with it, if one was. */
    @Column(name = "event_id")
    @Nullable String eventId;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected ClientTransactionRow() {}

    static String idOf(ClientTransaction transaction) {
        var key = String.join(
                "\u0001\u0001",
                Text.stored(transaction.user()),
                Text.stored(transaction.device()),
                Text.stored(transaction.endpoint()),
                Text.stored(transaction.transaction()));
        return UnpaddedBase64.encodeUrlSafe(Hashes.sha256(key.getBytes(StandardCharsets.UTF_8)));
    }

    static @Nullable Object[] values(ClientTransaction transaction, Optional<EventId> event) {
        return new @Nullable Object[] {
            idOf(transaction),
            Text.stored(transaction.user()),
            Text.stored(transaction.device()),
            Text.stored(transaction.endpoint()),
            Text.stored(transaction.transaction()),
            Text.stored(transaction.answer()),
            Text.stored(event)
        };
    }

    ClientTransaction toTransaction() {
        return new ClientTransaction(
                UserId.parse(Text.read(userId)),
                new DeviceId(Text.read(deviceId)),
                Text.read(endpoint),
                new TransactionId(Text.read(transactionId)),
                Text.read(answer));
    }
}
