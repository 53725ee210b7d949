package org.hirundo.application.port.membership;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** Who is in which room, always in step with the rooms' current states. */
public interface MembershipStore {

    /** All rooms the user has a membership in, forgotten and left ones too. One read. */
    Map<RoomId, RoomMembership> roomsOf(UserId user);

    /** The user's membership in the room. */
    Optional<RoomMembership> find(RoomId room, UserId user);

    /** All memberships of a room. One read. */
    Map<UserId, RoomMembership> membersOf(RoomId room);

    /** The users joined to each of the rooms; rooms without are absent. One read for any number of rooms. */
    Map<RoomId, Set<UserId>> joinedTo(Collection<RoomId> rooms);

    /** Marks the rooms forgotten by a user who is not in them; a later membership event takes the mark away. */
    void forget(UserId user, Set<RoomId> rooms);
}
