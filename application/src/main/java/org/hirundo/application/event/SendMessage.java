package org.hirundo.application.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.presence.PresenceBoard;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.room.Transactions;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;

/**
 * Sends a message event: any event that is no state event, redactions too.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3roomsroomidsendeventtypetxnid">PUT
 *     …/send</a>
 */
@Singleton
public final class SendMessage {

    private final RateLimiter limits;
    private final Rooms rooms;
    private final Redactions redactions;
    private final RelationRules relationRules;
    private final PresenceBoard presence;

    @Inject
    public SendMessage(
            RateLimiter limits,
            Rooms rooms,
            Redactions redactions,
            RelationRules relationRules,
            PresenceBoard presence) {
        this.limits = limits;
        this.rooms = rooms;
        this.redactions = redactions;
        this.relationRules = relationRules;
        this.presence = presence;
    }

    /**
     * What is sent, and the client's transaction.
     *
     * @param ts when an application service says that it was sent
     * @param stickiness how long it is sticky, if it is
     */
    public record Send(
            Requester requester,
            RoomId room,
            EventType type,
            TransactionId transaction,
            JsonObject content,
            Optional<String> ts,
            Optional<Stickiness> stickiness) {

        /** Something that is sent now. */
        public Send(Requester requester, RoomId room, EventType type, TransactionId transaction, JsonObject content) {
            this(requester, room, type, transaction, content, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Sends the event; a repeat of the transaction sends nothing and gets the first event's id.
     *
     * @throws org.hirundo.domain.error.NotFound when the room is not known, or the event to redact
     * @throws org.hirundo.domain.error.Forbidden when the requester may not send it
     * @throws InvalidParam when it would be a sticky redaction
     * @throws BadJson when the content cannot be that of an event
     * @throws org.hirundo.domain.error.DuplicateAnnotation when the requester has annotated an event like this before
     * @throws org.hirundo.domain.error.Unknown when a thread would begin at an event that relates to another one
     * @throws org.hirundo.domain.error.TooLarge when the event would be too large
     */
    public EventId send(Send command) {
        var event = write(command);
        // Who had it sent later is not there for that.
        if (!command.requester().isAbsent()) {
            presence.active(command.requester().user());
        }
        return event;
    }

    private EventId write(Send command) {
        var path = List.of(command.room(), command.type());
        limits.spend(command.requester(), Cost.MESSAGE);
        var sentAt = SentAt.of(command.requester(), command.ts());
        if (command.type().equals(EventType.REDACTION)) {
            if (command.stickiness().isPresent()) {
                throw new InvalidParam("A redaction is not sticky");
            }
            return redactions.send(
                    new Redactions.Redaction(
                            command.requester(),
                            command.room(),
                            target(command.content()),
                            command.content().without("redacts"),
                            sentAt),
                    event -> Transactions.of(command.requester(), "send", path, command.transaction(), event));
        }
        command.requester().refuseSuspended();
        relationRules.check(command);
        return rooms.write(command.room(), room -> {
            var sent = sentAt.append(
                    room,
                    EventDraft.message(command.room(), command.requester().user(), command.type(), command.content())
                            .with(command.stickiness()));
            var event = sent.last().id();
            return Change.of(
                    sent, event, Transactions.of(command.requester(), "send", path, command.transaction(), event));
        });
    }

    private static EventId target(JsonObject content) {
        return content.string("redacts")
                .flatMap(EventId::find)
                .orElseThrow(() -> new BadJson("A redaction says in redacts which event it redacts"));
    }
}
