package org.hirundo.application.sync;

import java.util.Set;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.sync.SlidingRoomConfig;

/**
 * A room that lists or subscriptions of a request show.
 *
 * @param wasIn whether the user is in the room, or the stay in it was ended by the membership
 * @param config what is wanted of it by all of them together
 * @param lists the lists among them
 * @param subscribed whether a subscription is among them
 */
record ShownRoom(
        RoomMembership membership, boolean wasIn, SlidingRoomConfig config, Set<String> lists, boolean subscribed) {

    RoomId room() {
        return membership.room();
    }
}
