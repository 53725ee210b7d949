package org.hirundo.application.appservice.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.RoomId;

/** When something of each kind came last, so that nobody reads in vain. What came before the server started may be anything. */
@Singleton
final class LatestNews implements StreamListener {

    /** Receipts of more rooms than that at once are not told. */
    private static final int MAX_ROOMS = 10_000;

    private volatile StreamPosition messages;
    private volatile StreamPosition keys;

    /** Rooms by when the last receipt in them came; guarded by itself. */
    private final LinkedHashMap<RoomId, StreamPosition> receipts = new LinkedHashMap<>();

    @Inject
    LatestNews(Stream stream) {
        messages = stream.position();
        keys = stream.position();
        stream.listen(this);
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            switch (committed.change()) {
                case ToDeviceSend _ -> messages = committed.last();
                case DeviceKeysChange _ -> keys = committed.last();
                case DevicesRemoved _ -> keys = committed.last();
                case ReceiptChange receipt -> noteReceipt(receipt.room(), committed.last());
                default -> {}
            }
        }
    }

    private void noteReceipt(RoomId room, StreamPosition at) {
        synchronized (receipts) {
            receipts.remove(room);
            receipts.put(room, at);
            if (receipts.size() > MAX_ROOMS) {
                receipts.pollFirstEntry();
            }
        }
    }

    /** Whether a message to a device may have come after the position. */
    boolean messagesAfter(StreamPosition position) {
        return messages.isAfter(position);
    }

    /** Whether somebody's devices may have changed after the position. */
    boolean keysAfter(StreamPosition position) {
        return keys.isAfter(position);
    }

    /** In which rooms receipts came after the position, as far as that is known. */
    Set<RoomId> receiptsAfter(StreamPosition position) {
        var rooms = new HashSet<RoomId>();
        synchronized (receipts) {
            for (var room : receipts.sequencedEntrySet().reversed()) {
                if (!room.getValue().isAfter(position)) {
                    break;
                }
                rooms.add(room.getKey());
            }
        }
        return rooms;
    }
}
