package org.hirundo.application.port.stream;

import java.util.Optional;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * A receipt of one type and thread takes the place of the one before.
 *
 * @param type {@code m.read} or {@code m.read.private}
 * @param thread the thread root's event id or {@code main}; empty for an unthreaded receipt
 * @param originServerTs when the user read it, milliseconds since the epoch
 */
public record ReceiptChange(
        RoomId room, UserId user, String type, Optional<String> thread, EventId event, long originServerTs)
        implements DurableChange {}
