package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.account.RoomsOfUser;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/** Takes a user out of all rooms: what is left of an account that was deactivated. */
@Singleton
public final class LeaveAllRooms implements RoomsOfUser {

    private static final Set<Membership> TO_LEAVE = Set.of(Membership.JOIN, Membership.INVITE, Membership.KNOCK);

    private final EachRoom each;

    @Inject
    public LeaveAllRooms(EachRoom each) {
        this.each = each;
    }

    @Override
    public void leaveAll(UserId user) {
        var content = MemberDraft.content(Membership.LEAVE, Optional.empty());
        each.change(
                user,
                TO_LEAVE,
                room -> TO_LEAVE.contains(room.membership(user))
                        ? room.append(MemberDraft.of(room, user, user, content))
                        : room);
    }
}
