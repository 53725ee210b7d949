package org.hirundo.jpa.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.domain.id.EventId;
import org.hirundo.jpa.common.Text;
import org.hirundo.jpa.common.Transaction;
import org.jspecify.annotations.Nullable;

/** The client transactions within one commit. */
public final class ClientTransactionWrites {

    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** The name under which a client transaction is known. */
    public static String idOf(ClientTransaction transaction) {
        return ClientTransactionRow.idOf(transaction);
    }

    /** The client transaction that a change answers. */
    public static Optional<ClientTransaction> of(DurableChange change) {
        return switch (change) {
            case RoomCommit commit -> commit.transaction();
            case ToDeviceSend send -> send.transaction();
            case AccountDataChange _, ReceiptChange _, DeviceKeysChange _, DevicesRemoved _ -> Optional.empty();
        };
    }

    /** Adds the transaction of the change, if it has one. */
    public void add(DurableChange change) {
        of(change).ifPresent(transaction ->
                rows.add(ClientTransactionRow.values(transaction, sentEvent(change, transaction.answer()))));
    }

    private static Optional<EventId> sentEvent(DurableChange change, String answer) {
        if (!(change instanceof RoomCommit commit)) {
            return Optional.empty();
        }
        return commit.events().stream()
                .map(added -> added.event().id())
                .filter(id -> id.value().equals(answer))
                .findFirst();
    }

    /** Writes what was added. */
    public void flush(Transaction transaction) {
        transaction.insert(ClientTransactionRow.TABLE, rows);
        rows.clear();
    }

    /** Drops the transactions of devices that are gone: who gets a device's name later may use them anew. */
    public static void remove(Transaction transaction, DevicesRemoved removed) {
        transaction
                .entities()
                .createQuery("delete from ClientTransactionRow t where t.userId = :user and t.deviceId in :devices")
                .setParameter("user", Text.stored(removed.user()))
                .setParameter(
                        "devices", removed.devices().stream().map(Text::stored).toList())
                .executeUpdate();
    }
}
