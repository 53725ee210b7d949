package org.hirundo.application.port.stream;

import java.util.Optional;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * A user's account data of one type is replaced.
 *
 * @param room the room it belongs to, empty for global account data
 * @param content the new content; an empty object is how deletion is shown to clients (MSC3391)
 */
public record AccountDataChange(UserId user, Optional<RoomId> room, String type, JsonObject content)
        implements DurableChange {}
