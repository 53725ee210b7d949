package org.hirundo.application.room;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.TransactionId;

/**
 * Names the transactions of clients: by device, and by endpoint with all that its path names besides.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#transaction-identifiers">Transaction identifiers</a>
 */
public final class Transactions {

    /** What the transactions begin with in which the server sends delayed events. */
    private static final String DELAYED = "delayed event ";

    private Transactions() {}

    /**
     * The transaction of a request.
     *
     * @param endpoint the endpoint's short name
     * @param path what else the path names; together it can be longer than a name may be, so it is hashed
     * @param answer the event that the request sends
     */
    public static ClientTransaction of(
            Requester requester, String endpoint, List<?> path, TransactionId transaction, EventId answer) {
        return of(requester, endpoint, path, transaction, answer.value());
    }

    /**
     * The transaction of a request that sends no event.
     *
     * @param answer what its answer is made of
     */
    public static ClientTransaction of(
            Requester requester, String endpoint, List<?> path, TransactionId transaction, String answer) {
        var text = String.join("\u0000", path.stream().map(Object::toString).toList());
        var hash = Hashes.sha256(text.getBytes(StandardCharsets.UTF_8));
        var name = endpoint + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return new ClientTransaction(requester.user(), requester.device(), name, transaction, answer);
    }

    /** The transaction in which the server sends a delayed event: however often it tries, the event is sent once. */
    public static TransactionId ofDelayed(String delayId) {
        return new TransactionId(DELAYED + delayId);
    }

    /** The delayed event that was sent in this transaction, if it was one. */
    public static Optional<String> delayId(TransactionId transaction) {
        return Optional.of(transaction.value())
                .filter(value -> value.startsWith(DELAYED))
                .map(value -> value.substring(DELAYED.length()));
    }
}
