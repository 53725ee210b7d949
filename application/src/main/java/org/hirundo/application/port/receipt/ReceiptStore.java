package org.hirundo.application.port.receipt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** The latest receipt of each user, room, type and thread, written with {@link ReceiptChange}. */
public interface ReceiptStore {

    /** A receipt and its position. */
    record Placed(ReceiptChange receipt, StreamPosition position) {}

    /** The receipts in the rooms that came after the one and at or before the other position; one read for any number of rooms. */
    Map<RoomId, List<Placed>> changed(Collection<RoomId> rooms, StreamPosition after, StreamPosition upTo);

    /** All receipts of one user in the rooms; one read for any number of rooms. */
    Map<RoomId, List<Placed>> of(UserId user, Collection<RoomId> rooms);
}
