package org.hirundo.jpa.transaction;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Batches;
import org.hirundo.jpa.common.Ids;
import org.hirundo.jpa.common.Queries;
import org.hirundo.jpa.common.Transaction;

/** The client transactions of a commit, as they become known one after the other. */
public final class ClientTransactions {

    private static final String KNOWN = "select t from ClientTransactionRow t where t.id in ?1";
    private static final String OF_EVENTS = """
            select t from ClientTransactionRow t where t.userId = ?1 and t.deviceId = ?2 and t.answer in ?3
            """;

    private final Transaction transaction;
    private final Map<String, String> answers = new HashMap<>();

    private ClientTransactions(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Takes all of them for new; the key of the table finds out when one is not, and that is a collision. */
    public static ClientTransactions trusting(Transaction transaction) {
        return new ClientTransactions(transaction);
    }

    /** Reads which of them are known. No other commit may come in between. */
    public static ClientTransactions of(Transaction transaction, Collection<ClientTransaction> asked) {
        var transactions = new ClientTransactions(transaction);
        var ids = asked.stream().map(ClientTransactionRow::id).distinct().toList();
        Batches.ask(ids, some -> transaction
                        .query(KNOWN, ClientTransactionRow.class, some)
                        .getResultList())
                .forEach(row -> transactions.answers.put(row.id(), row.answer()));
        return transactions;
    }

    /** What the transaction was answered before. */
    public Optional<String> answer(ClientTransaction repeated) {
        return Optional.ofNullable(answers.get(ClientTransactionRow.id(repeated)));
    }

    /** The transaction is known from now on. */
    public void add(ClientTransaction added) {
        var row = new ClientTransactionRow(added);
        answers.put(row.id(), row.answer());
        transaction.add(row);
    }

    /** The transactions by which the device sent the events. */
    public static Map<EventId, ClientTransaction> ofEvents(
            EntityManager manager, UserId user, DeviceId device, Set<EventId> events) {
        return Batches.ask(
                        Ids.of(events),
                        some -> Queries.list(
                                manager,
                                OF_EVENTS,
                                ClientTransactionRow.class,
                                user.toString(),
                                device.toString(),
                                some))
                .stream()
                .collect(Collectors.toMap(
                        row -> new EventId(row.answer()),
                        ClientTransactionRow::transaction,
                        // The same event may be the answer of two endpoints; either says that the device sent it.
                        (first, second) -> first));
    }
}
