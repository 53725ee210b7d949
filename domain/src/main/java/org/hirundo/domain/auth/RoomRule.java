package org.hirundo.domain.auth;

import org.hirundo.domain.event.Event;

/**
 * Rule 2 of room version 12: an event belongs to the room that its {@code room_id} names by the create event. Before, the
 * rules about {@code auth_events} see to it; it holds for any state all the same.
 */
record RoomRule() implements AuthRule {

    @Override
    public String name() {
        return "room_id";
    }

    @Override
    public Ruling rule(Event event, StateView room) {
        if (!room.isCreated()) {
            return Ruling.deny("The room has not been created");
        }
        return room.create().roomId().equals(event.roomId())
                ? Ruling.pass()
                : Ruling.deny("The event and the create event are of different rooms");
    }
}
