package org.hirundo.domain.state;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventType;

/** <i>Power events</i>: those that might remove somebody's ability to do something in the room. */
final class PowerEvents {

    private PowerEvents() {}

    /** Whether the state event is one. */
    static boolean isPowerEvent(Event event) {
        return event.isType(EventType.POWER_LEVELS) || event.isType(EventType.JOIN_RULES) || isRemoval(event);
    }

    private static boolean isRemoval(Event event) {
        return event.isType(EventType.MEMBER)
                && event.content()
                        .string("membership")
                        .filter(membership -> membership.equals("leave") || membership.equals("ban"))
                        .isPresent()
                && !event.stateKey().equals(Optional.of(event.sender().toString()));
    }
}
