package org.hirundo.domain.receipt;

import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user has read a room, or a thread of it, up to an event and including it.
 *
 * @param originServerTs when, in milliseconds since the epoch
 */
public record Receipt(UserId user, ReceiptType type, ReceiptThread thread, EventId event, long originServerTs) {

    /** What there is only one receipt of. */
    public record Slot(UserId user, ReceiptType type, ReceiptThread thread) {}

    /**
     * A receipt whose event is known.
     *
     * @param position the place of the event in the timeline, greater is later
     */
    public record Placed(Receipt receipt, long position) {

        /** Whether the receipt takes the place of another one: it must be of the same slot and further ahead. */
        public boolean supersedes(Placed other) {
            return receipt.slot().equals(other.receipt.slot()) && position > other.position;
        }
    }

    /** What there is only one receipt of. */
    public Slot slot() {
        return new Slot(user, type, thread);
    }

    /** Whether the reader may see the receipt: private ones are for their user alone. */
    public boolean isVisibleTo(UserId reader) {
        return type.isPublic() || user.equals(reader);
    }

    /** The time and the thread, as clients and servers get them. */
    JsonObject data() {
        return JsonObject.builder()
                .put("ts", originServerTs)
                .putIfPresent("thread_id", thread.threadId())
                .build();
    }
}
