package org.hirundo.mongo.delayed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/**
 * A delayed event as it is stored. It is due when it may be claimed: at the time to send it, or, while somebody sends it, at the end
 * of the claim; never once it is finalised.
 */
final class DelayedEventDocument {

    static final String COLLECTION = "delayed_events";
    static final String SENDER = "sender";
    static final String DELAY = "delay";
    static final String SCHEDULED_AT = "scheduledAt";
    static final String SEND_AT = "sendAt";
    static final String DUE_AT = "dueAt";
    static final String FINALISED_AT = "finalisedAt";
    static final String TRANSACTION = "transaction";

    private static final String DEVICE = "device";
    private static final String ROOM = "room";
    private static final String TYPE = "type";
    private static final String STATE_KEY = "stateKey";
    private static final String CONTENT = "content";
    private static final String STICKY_DURATION = "stickyDuration";
    private static final String EVENT = "event";
    private static final String ERROR = "error";

    private DelayedEventDocument() {}

    static Document of(DelayedEvent event, Optional<Document> transaction) {
        var document = new Document(Fields.ID, event.id())
                .append(SENDER, event.sender().toString())
                .append(DEVICE, event.device().toString())
                .append(ROOM, event.room().value())
                .append(TYPE, event.type().value())
                .append(STATE_KEY, event.stateKey().orElse(null))
                .append(CONTENT, Json.stored(event.content()))
                .append(
                        STICKY_DURATION,
                        event.stickiness()
                                .map(stickiness -> stickiness.duration().toMillis())
                                .orElse(null))
                .append(DELAY, event.delay().toMillis())
                .append(SCHEDULED_AT, event.scheduledAt())
                .append(SEND_AT, event.sendAt())
                .append(DUE_AT, event.sendAt())
                .append(FINALISED_AT, null);
        transaction.ifPresent(key -> document.append(TRANSACTION, key));
        return document;
    }

    /** What makes the transaction that one. */
    static Document key(ClientTransaction transaction) {
        return new Document("user", transaction.user().toString())
                .append("device", transaction.device().toString())
                .append("endpoint", transaction.endpoint())
                .append("transaction", transaction.transaction().value());
    }

    /** The fields that say what became of an event. */
    static Document outcome(Outcome outcome) {
        var fields = new Document(FINALISED_AT, outcome.at()).append(DUE_AT, null);
        return switch (outcome) {
            case Outcome.Sent sent -> fields.append(EVENT, sent.event().value());
            case Outcome.Failed failed -> fields.append(ERROR, Json.stored(failed.error()));
            case Outcome.Cancelled _ -> fields;
        };
    }

    static DelayedEvent event(Document document) {
        return new DelayedEvent(
                document.getString(Fields.ID),
                UserId.parse(document.getString(SENDER)),
                new DeviceId(document.getString(DEVICE)),
                new RoomId(document.getString(ROOM)),
                new EventType(document.getString(TYPE)),
                Fields.string(document, STATE_KEY),
                Json.object(document, CONTENT),
                Optional.ofNullable(document.getLong(STICKY_DURATION)).map(Stickiness::ofMillis),
                Duration.ofMillis(document.getLong(DELAY)),
                document.getDate(SCHEDULED_AT).toInstant(),
                Fields.instant(document, FINALISED_AT).map(at -> outcome(document, at)));
    }

    private static Outcome outcome(Document document, Instant at) {
        return Fields.string(document, EVENT)
                .<Outcome>map(event -> new Outcome.Sent(at, new EventId(event)))
                .orElseGet(() -> document.containsKey(ERROR)
                        ? new Outcome.Failed(at, Json.object(document, ERROR))
                        : new Outcome.Cancelled(at));
    }
}
