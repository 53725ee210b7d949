package org.hirundo.application.backup;

import java.util.Optional;
import org.hirundo.domain.id.RoomId;

/**
 * Keys of a backup: all, those of a room, or that of a session.
 *
 * @param session only together with {@code room}
 */
public record Selection(String version, Optional<RoomId> room, Optional<String> session) {

    public Selection {
        if (session.isPresent() && room.isEmpty()) {
            throw new IllegalArgumentException("A session belongs to a room");
        }
    }
}
