package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;

/** One numbered rule of the chapter, but for those about an event's {@code auth_events}: see {@link AuthEventsRule}. */
interface AuthRule {

    /** What the rule is about, in the specification's words; no two rules of a room version have the same name. */
    String name();

    /** What the rule says of the event, given the state of the room. */
    Ruling rule(Event event, StateView room);
}
