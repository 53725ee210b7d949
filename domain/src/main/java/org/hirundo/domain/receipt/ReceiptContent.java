package org.hirundo.domain.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Receipts as clients get them, the content of {@code m.receipt}. */
public final class ReceiptContent {

    private ReceiptContent() {}

    /**
     * The contents of the events with the receipts of a room that the reader may see: one event per thread, for one user may
     * have receipts of several threads at the same event, and there is room for one of them in a content.
     */
    public static List<JsonObject> of(Collection<Receipt> receipts, UserId reader) {
        return of(
                receipts.stream().filter(receipt -> receipt.isVisibleTo(reader)).toList());
    }

    /** The contents of the events with the receipts of a room, all of which the reader may see. */
    public static List<JsonObject> of(Collection<Receipt> receipts) {
        var byThread = new LinkedHashMap<ReceiptThread, List<Receipt>>();
        for (var receipt : receipts) {
            byThread.computeIfAbsent(receipt.thread(), missing -> new ArrayList<>())
                    .add(receipt);
        }
        return byThread.values().stream().map(ReceiptContent::content).toList();
    }

    /**
     * The content of the one event that holds all receipts of a room that the reader may see, for places that have room for no
     * more than one. Of receipts of a user at the same event in several threads it holds the last.
     */
    public static JsonObject together(Collection<Receipt> receipts, UserId reader) {
        return content(
                receipts.stream().filter(receipt -> receipt.isVisibleTo(reader)).toList());
    }

    private static JsonObject content(List<Receipt> receipts) {
        var byEvent = new LinkedHashMap<EventId, Map<ReceiptType, JsonObject.Builder>>();
        for (var receipt : receipts) {
            byEvent.computeIfAbsent(receipt.event(), missing -> new LinkedHashMap<>())
                    .computeIfAbsent(receipt.type(), missing -> JsonObject.builder())
                    .put(receipt.user().toString(), receipt.data());
        }
        var content = JsonObject.builder();
        byEvent.forEach((event, byType) -> {
            var types = JsonObject.builder();
            byType.forEach((type, users) -> types.put(type.toString(), users.build()));
            content.put(event.toString(), types.build());
        });
        return content.build();
    }
}
