package org.hirundo.application.appservice.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.presence.PresenceBoard;
import org.hirundo.application.receipt.Receipts;
import org.hirundo.application.typing.TypingBoard;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.presence.PresenceStatus;
import org.hirundo.domain.receipt.ReceiptContent;
import org.hirundo.domain.receipt.ReceiptType;

/**
 * Who types, who has read what and who is there, for application services. What of it happened while the server stood still is
 * not told.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#pushing-ephemeral-data">Pushing ephemeral data</a>
 */
@Singleton
final class EphemeralNews {

    private final TypingBoard typing;
    private final PresenceBoard presence;
    private final ReceiptStore receipts;
    private final LatestNews latest;
    private final InstantSource clock;

    @Inject
    EphemeralNews(
            TypingBoard typing, PresenceBoard presence, ReceiptStore receipts, LatestNews latest, InstantSource clock) {
        this.typing = typing;
        this.presence = presence;
        this.receipts = receipts;
        this.latest = latest;
        this.clock = clock;
    }

    /** Adds what happened in the span to the transaction, if anything did, under the name of today and the one before. */
    void tell(Interest interest, Span span, JsonObject.Builder transaction) {
        var events = new ArrayList<JsonObject>();
        if (span.ephemeralUpTo() > span.ephemeralAfter()) {
            events.addAll(inMemory(interest, span));
        }
        events.addAll(receipts(interest, span));
        if (!events.isEmpty()) {
            var all = JsonArray.of(events, event -> event);
            transaction.put("ephemeral", all).put("de.sorunome.msc2409.ephemeral", all);
        }
    }

    /** Who types and who is there. */
    private List<JsonObject> inMemory(Interest interest, Span span) {
        var events = new ArrayList<JsonObject>();
        typing.changed(span.ephemeralAfter(), span.ephemeralUpTo()).forEach((room, users) -> {
            if (interest.isInterestedIn(room)) {
                events.add(event("m.typing", room, users.toJson()));
            }
        });
        presence.changed(span.ephemeralAfter(), span.ephemeralUpTo()).forEach((user, status) -> {
            if (interest.knows(user)) {
                events.add(event(user, status));
            }
        });
        return events;
    }

    private static JsonObject event(String type, RoomId room, JsonObject content) {
        return JsonObject.of("type", type).with("room_id", room.value()).with("content", content);
    }

    private JsonObject event(UserId user, PresenceStatus status) {
        return JsonObject.of("type", "m.presence")
                .with("sender", user.toString())
                .with("content", status.toJson(clock.instant()));
    }

    /** Private receipts are told of the service's own users alone. */
    private List<JsonObject> receipts(Interest interest, Span span) {
        var rooms = new HashSet<>(latest.receiptsAfter(span.after()));
        rooms.removeIf(room -> !interest.isInterestedIn(room));
        var events = new ArrayList<JsonObject>();
        if (rooms.isEmpty()) {
            return events;
        }
        receipts.changed(rooms, span.after(), span.upTo()).forEach((room, placed) -> {
            var told = placed.stream()
                    .map(Receipts::receipt)
                    .filter(receipt -> receipt.type() != ReceiptType.READ_PRIVATE || interest.covers(receipt.user()))
                    .toList();
            for (var content : ReceiptContent.of(told)) {
                events.add(event("m.receipt", room, content));
            }
        });
        return events;
    }
}
