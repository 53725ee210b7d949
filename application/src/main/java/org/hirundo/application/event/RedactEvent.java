package org.hirundo.application.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.room.Transactions;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
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
    private final RelatedRedactions related;

    @Inject
    public RedactEvent(RateLimiter limits, Redactions redactions, RelatedRedactions related) {
        this.limits = limits;
        this.redactions = redactions;
        this.related = related;
    }

    /**
     * What is redacted, and the client's transaction.
     *
     * @param withRelations the types of relation whose events are redacted with the target that they relate to, where {@code *}
     *     means all (MSC3912)
     */
    public record Redact(
            Requester requester,
            RoomId room,
            EventId target,
            TransactionId transaction,
            Optional<String> reason,
            Set<String> withRelations) {

        /** Each type is looked for by itself; no event has children of so many. */
        private static final int MAX_RELATIONS = 20;

        /**
         * Copies the types.
         *
         * @throws InvalidParam when these are too many
         */
        public Redact {
            if (withRelations.size() > MAX_RELATIONS) {
                throw new InvalidParam("At most " + MAX_RELATIONS + " types of relation");
            }
            withRelations = Set.copyOf(withRelations);
        }

        /** The target alone is redacted. */
        public Redact(
                Requester requester, RoomId room, EventId target, TransactionId transaction, Optional<String> reason) {
            this(requester, room, target, transaction, reason, Set.of());
        }
    }

    /**
     * Redacts the event; a repeat of the transaction gets the first redaction's id, and redacts again only what relates to the
     * event and was not redacted then. Of that the requester may not redact all; what they may not is left as it is.
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
        var redaction =
                new Redactions.Redaction(command.requester(), command.room(), command.target(), content, SentAt.NOW);
        var sent = redactions.send(
                redaction, event -> Transactions.of(command.requester(), "redact", path, command.transaction(), event));
        related.send(redaction, command.withRelations());
        return sent;
    }
}
