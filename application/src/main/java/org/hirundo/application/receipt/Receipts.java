package org.hirundo.application.receipt;

import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.receipt.Receipt;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.receipt.ReceiptType;

/** Receipts between the domain's words and the storage's. */
public final class Receipts {

    private Receipts() {}

    /** The receipt as it is stored. */
    public static ReceiptChange change(RoomId room, Receipt receipt) {
        return new ReceiptChange(
                room,
                receipt.user(),
                receipt.type().toString(),
                receipt.thread().threadId(),
                receipt.event(),
                receipt.originServerTs());
    }

    /** The stored receipt. */
    public static Receipt receipt(ReceiptStore.Placed placed) {
        var stored = placed.receipt();
        var type = ReceiptType.of(stored.type())
                .orElseThrow(() -> new IllegalStateException("An unknown type of receipt is stored: " + stored.type()));
        var thread = stored.thread()
                .map(id -> id.equals("main") ? ReceiptThread.mainTimeline() : new ReceiptThread.Rooted(new EventId(id)))
                .orElse(ReceiptThread.unthreaded());
        return new Receipt(stored.user(), type, thread, stored.event(), stored.originServerTs());
    }
}
