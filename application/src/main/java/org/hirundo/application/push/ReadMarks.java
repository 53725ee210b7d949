package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.receipt.Receipts;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.receipt.ReadUpTo;

/** Up to where users have read, by their receipts, public and private. */
@Singleton
final class ReadMarks {

    private final ReceiptStore receipts;
    private final EventStore events;

    @Inject
    ReadMarks(ReceiptStore receipts, EventStore events) {
        this.receipts = receipts;
        this.events = events;
    }

    /** Up to where the user has read the rooms; rooms without receipts are absent. Two reads for any number of rooms. */
    Map<RoomId, ReadUpTo> of(UserId user, Collection<RoomId> rooms) {
        var own = receipts.of(user, rooms);
        var ids = new HashSet<EventId>();
        own.values().stream()
                .flatMap(Collection::stream)
                .forEach(placed -> ids.add(placed.receipt().event()));
        var found = ids.isEmpty() ? Map.<EventId, StoredEvent>of() : events.events(ids);
        var read = new HashMap<RoomId, ReadUpTo>();
        own.forEach((room, placed) -> {
            var upTo = ReadUpTo.NOTHING;
            for (var receipt : placed) {
                var event = found.get(receipt.receipt().event());
                if (event != null) {
                    upTo = upTo.with(
                            Receipts.receipt(receipt).thread(), event.position().value());
                }
            }
            read.put(room, upTo);
        });
        return read;
    }
}
