package org.hirundo.jpa.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hirundo.application.port.receipt.ReceiptStore.Placed;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "receipt")
@IdClass(ReceiptRow.Key.class)
class ReceiptRow {

    static final SqlTable TABLE = SqlTable.of(
            "receipt",
            "room_id, user_id, receipt_type, thread_id",
            "event_id, origin_server_ts, stream_position");

    /** The thread of receipts that belong to none. */
    private static final String UNTHREADED = "";

    record Key(String roomId, String userId, String receiptType, String threadId) {}

    @Id
    @Column(name = "room_id")
    String roomId;

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "receipt_type")
    String receiptType;

    @Id
    @Column(name = "thread_id")
    String threadId;

    @Column(name = "event_id")
    String eventId;

    @Column(name = "origin_server_ts")
    long originServerTs;

    @Column(name = "stream_position")
    long streamPosition;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected ReceiptRow() {}

    static @Nullable Object[] values(ReceiptChange change, long position) {
        return new Object[] {
            Text.stored(change.room()),
            Text.stored(change.user()),
            Text.stored(change.type()),
            change.thread().map(Text::stored).orElse(UNTHREADED),
            Text.stored(change.event()),
            change.originServerTs(),
            position
        };
    }

    RoomId room() {
        return new RoomId(Text.read(roomId));
    }

    Placed toPlaced() {
        var change = new ReceiptChange(
                room(),
                UserId.parse(Text.read(userId)),
                Text.read(receiptType),
                threadId.equals(UNTHREADED) ? Optional.empty() : Optional.of(Text.read(threadId)),
                new EventId(Text.read(eventId)),
                originServerTs);
        return new Placed(change, new StreamPosition(streamPosition));
    }
}
