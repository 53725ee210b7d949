package org.hirundo.application.timeline;

import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.room.LiveRoom;
import org.hirundo.domain.state.StateMap;

/** From where a user looks at a room: it decides which state is shown and how far its history goes. */
sealed interface Standpoint {

    /** The state of the room as it is shown from here. */
    StateMap state();

    /** In the room. */
    record Member(LiveRoom room) implements Standpoint {

        @Override
        public StateMap state() {
            return room.state();
        }
    }

    /**
     * No longer in the room: it stands still since then.
     *
     * @param left the membership event that ended the user's stay
     */
    record FormerMember(StoredEvent left, StateMap state) implements Standpoint {}

    /** Outside of a room that everybody may read. */
    record Onlooker(LiveRoom room) implements Standpoint {

        @Override
        public StateMap state() {
            return room.state();
        }
    }
}
