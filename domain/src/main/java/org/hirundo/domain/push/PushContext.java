package org.hirundo.domain.push;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.PowerLevels;

/**
 * What push rules may ask about the room and the user, besides the event.
 *
 * @param roomMemberCount how many members the room has
 * @param displayName the display name of the user whose rules are asked, in this room
 * @param powerLevels the power levels of the room
 * @param subscribed whether the user is subscribed to the thread of the room that begins with this event
 * @param events finds an event of the room by its id
 */
public record PushContext(
        long roomMemberCount,
        Optional<String> displayName,
        PowerLevels powerLevels,
        Predicate<EventId> subscribed,
        Function<EventId, Optional<Event>> events) {

    boolean mayNotify(UserId sender, String key) {
        return powerLevels.levelOf(sender) >= powerLevels.notification(key);
    }
}
