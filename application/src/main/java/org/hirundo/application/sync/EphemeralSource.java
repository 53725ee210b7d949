package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.receipt.Receipts;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.typing.TypingBoard;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.receipt.ReceiptContent;

/** What is told of rooms beside their events: who reads and who types. */
@Singleton
final class EphemeralSource {

    private static final String TYPING = "m.typing";
    private static final String RECEIPT = "m.receipt";

    private final ReceiptStore receipts;
    private final ChangeIndex changes;
    private final TypingBoard typing;

    @Inject
    EphemeralSource(ReceiptStore receipts, ChangeIndex changes, TypingBoard typing) {
        this.receipts = receipts;
        this.changes = changes;
        this.typing = typing;
    }

    /**
     * The ephemeral events of joined rooms.
     *
     * @param fresh the rooms that the client knows nothing of yet: all receipts and everybody who types are told
     */
    Map<RoomId, List<Typed>> changed(SyncWindow window, Collection<RoomId> joined, Set<RoomId> fresh) {
        var filter = window.filter().room().ephemeral();
        var found = new HashMap<RoomId, List<Typed>>();
        typing.changed(joined, fresh, window.ephemeralAfter(), window.ephemeralUpTo())
                .forEach((room, users) -> {
                    if (filter.includes(room, TYPING)
                            && !(fresh.contains(room) && users.users().isEmpty())) {
                        found.computeIfAbsent(room, key -> new ArrayList<>()).add(new Typed(TYPING, users.toJson()));
                    }
                });
        receiptsOf(window, joined, fresh).forEach((room, placed) -> {
            if (filter.includes(room, RECEIPT)) {
                var visible = placed.stream()
                        .map(Receipts::receipt)
                        .filter(receipt -> receipt.isVisibleTo(window.user()))
                        .toList();
                for (var content : ReceiptContent.of(visible, window.user())) {
                    found.computeIfAbsent(room, key -> new ArrayList<>()).add(new Typed(RECEIPT, content));
                }
            }
        });
        return found;
    }

    private Map<RoomId, List<ReceiptStore.Placed>> receiptsOf(
            SyncWindow window, Collection<RoomId> joined, Set<RoomId> fresh) {
        var found = new HashMap<RoomId, List<ReceiptStore.Placed>>();
        if (!fresh.isEmpty()) {
            found.putAll(receipts.changed(fresh, StreamPosition.START, window.upTo()));
        }
        if (!window.isInitial()) {
            var active = new HashSet<>(
                    changes.roomsWithReceipts(joined, window.after()).orElseGet(() -> Set.copyOf(joined)));
            active.removeAll(fresh);
            if (!active.isEmpty()) {
                found.putAll(receipts.changed(active, window.after(), window.upTo()));
            }
        }
        return found;
    }
}
