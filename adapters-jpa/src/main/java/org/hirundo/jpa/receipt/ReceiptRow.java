package org.hirundo.jpa.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.receipt.ReceiptStore.Placed;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "receipt")
class ReceiptRow {

    static final UpsertTable TABLE = UpsertTable.of(
            "receipt", "room", "user_id", "receipt_type", "thread", "event_id", "origin_server_ts", "stream_position");

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "room")
    private String room = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "receipt_type")
    private String receiptType = "";

    @Column(name = "thread")
    private @Nullable String thread;

    @Column(name = "event_id")
    private String eventId = "";

    @Column(name = "origin_server_ts")
    private long originServerTs;

    @Column(name = "stream_position")
    private long streamPosition;

    ReceiptRow() {}

    static @Nullable Object[] values(ReceiptChange receipt, StreamPosition position) {
        return new @Nullable Object[] {
            Digest.of(receipt.room(), receipt.user(), receipt.type(), receipt.thread()),
            receipt.room().toString(),
            receipt.user().toString(),
            StoredText.of(receipt.type()),
            StoredText.of(receipt.thread()),
            receipt.event().toString(),
            receipt.originServerTs(),
            position.value()
        };
    }

    Placed placed() {
        var receipt = new ReceiptChange(
                new RoomId(room),
                UserId.parse(userId),
                StoredText.read(receiptType),
                StoredText.find(thread),
                new EventId(eventId),
                originServerTs);
        return new Placed(receipt, new StreamPosition(streamPosition));
    }
}
