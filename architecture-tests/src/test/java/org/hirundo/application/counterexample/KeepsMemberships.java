package org.hirundo.application.counterexample;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** A use case that is its own port. */
public final class KeepsMemberships implements MembershipStore {

    @Override
    public Map<RoomId, RoomMembership> roomsOf(UserId user) {
        return Map.of();
    }

    @Override
    public Optional<RoomMembership> find(RoomId room, UserId user) {
        return Optional.empty();
    }

    @Override
    public Map<UserId, RoomMembership> membersOf(RoomId room) {
        return Map.of();
    }

    @Override
    public Map<RoomId, Set<UserId>> joinedTo(Collection<RoomId> rooms) {
        return Map.of();
    }

    @Override
    public void forget(UserId user, Set<RoomId> rooms) {}
}
