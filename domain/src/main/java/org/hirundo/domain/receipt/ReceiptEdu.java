package org.hirundo.domain.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;

/**
 * Receipts as servers tell each other of them, the EDU {@code m.receipt}: public ones only.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#receipts">Receipts between servers</a>
 */
public final class ReceiptEdu {

    private ReceiptEdu() {}

    /**
     * Reads the content of the EDU. What is malformed in it, or of a user of another server than the sending one, is left
     * out: a server must not speak for others, and the rest of what it says is still worth having.
     */
    public static Map<RoomId, List<Receipt>> parse(JsonObject content, ServerName origin) {
        var receipts = new LinkedHashMap<RoomId, List<Receipt>>();
        content.members().forEach((roomText, byType) -> identified(() -> RoomId.parse(roomText))
                .ifPresent(room -> {
                    var users = byType instanceof JsonObject types
                            ? types.object(ReceiptType.READ.toString()).orElse(JsonObject.EMPTY)
                            : JsonObject.EMPTY;
                    var ofRoom = new ArrayList<Receipt>();
                    users.members().forEach((user, value) -> receipt(user, value)
                            .filter(receipt -> receipt.user().isLocalTo(origin))
                            .ifPresent(ofRoom::add));
                    if (!ofRoom.isEmpty()) {
                        receipts.put(room, ofRoom);
                    }
                }));
        return receipts;
    }

    private static Optional<Receipt> receipt(String user, JsonValue value) {
        if (!(value instanceof JsonObject json) || json.object("data").isEmpty()) {
            return Optional.empty();
        }
        var data = json.object("data").get();
        var event = json.array("event_ids").orElse(JsonArray.EMPTY).stringsIn().findFirst();
        var time = data.integer("ts");
        if (event.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        return identified(() -> new Receipt(
                UserId.parse(user),
                ReceiptType.READ,
                ReceiptThread.parse(data),
                EventId.parse(event.get()),
                time.getAsLong()));
    }

    private static <T> Optional<T> identified(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (MalformedIdentifier | InvalidParam e) {
            return Optional.empty();
        }
    }

    /**
     * The contents of the EDUs that tell of the receipts; private ones are left out. There is room for one receipt of a user
     * in a room per EDU, so there are as many EDUs as one user has receipts of different threads in one room.
     */
    public static List<JsonObject> contents(Map<RoomId, List<Receipt>> receipts) {
        var contents = new ArrayList<JsonObject>();
        var waiting = receipts;
        while (true) {
            var content = JsonObject.builder();
            var left = new LinkedHashMap<RoomId, List<Receipt>>();
            waiting.forEach((room, ofRoom) -> {
                var users = new LinkedHashMap<UserId, Receipt>();
                for (var receipt : ofRoom) {
                    if (receipt.type().isPublic() && users.putIfAbsent(receipt.user(), receipt) != null) {
                        left.computeIfAbsent(room, missing -> new ArrayList<>()).add(receipt);
                    }
                }
                if (!users.isEmpty()) {
                    content.put(room.toString(), json(users.values()));
                }
            });
            if (content.build().isEmpty()) {
                return contents;
            }
            contents.add(content.build());
            waiting = left;
        }
    }

    private static JsonObject json(Collection<Receipt> receipts) {
        var users = JsonObject.builder();
        for (var receipt : receipts) {
            users.put(
                    receipt.user().toString(),
                    JsonObject.builder()
                            .put("event_ids", JsonArray.ofStrings(List.of(receipt.event())))
                            .put("data", receipt.data())
                            .build());
        }
        return JsonObject.of(ReceiptType.READ.toString(), users.build());
    }
}
