package org.hirundo.application.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.Transactions;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;

/**
 * Redacts an event: all that is not needed to keep the room together is taken out of it for ever.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3roomsroomidredacteventidtxnid">PUT
 *     …/redact</a>
 */
@Singleton
public final class RedactEvent {

    private final RateLimiter limits;
    private final Redactions redactions;

    @Inject
    public RedactEvent(RateLimiter limits, Redactions redactions) {
        this.limits = limits;
        this.redactions = redactions;
    }

    /** What is redacted, and the client's transaction. */
    public record Redact(
            Requester requester, RoomId room, EventId target, TransactionId transaction, Optional<String> reason) {}

    /**
     * Redacts the event; a repeat of the transaction sends nothing and gets the first redaction's id.
     *
     * @return the redaction's id
     * @throws org.hirundo.domain.error.NotFound when the room or the event is not known
     * @throws org.hirundo.domain.error.Forbidden when the requester may not redact it
     */
    public EventId redact(Redact command) {
        command.requester().refuseGuest();
        limits.spend(command.requester(), Cost.MESSAGE);
        var content =
                JsonObject.builder().putIfPresent("reason", command.reason()).build();
        var path = List.of(command.room(), command.target());
        return redactions.send(
                new Redactions.Redaction(command.requester(), command.room(), command.target(), content, SentAt.NOW),
                event -> Transactions.of(command.requester(), "redact", path, command.transaction(), event));
    }
}
