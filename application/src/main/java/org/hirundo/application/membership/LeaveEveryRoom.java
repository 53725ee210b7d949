package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import org.hirundo.application.account.RoomsOfUser;
import org.hirundo.application.room.MemberProfiles;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/** Makes users leave all rooms, reject all invites and take all knocks back, when their account is closed. */
@Singleton
public final class LeaveEveryRoom implements RoomsOfUser {

    private final EachRoom rooms;
    private final MemberProfiles profiles;

    @Inject
    LeaveEveryRoom(EachRoom rooms, MemberProfiles profiles) {
        this.rooms = rooms;
        this.profiles = profiles;
    }

    @Override
    public void leaveAll(UserId user) {
        var content = profiles.of(user).content(user, Membership.LEAVE);
        var present = EnumSet.of(Membership.JOIN, Membership.INVITE, Membership.KNOCK);
        rooms.change(
                user,
                present,
                room -> present.contains(room.membership(user))
                        ? room.append(MemberDraft.of(room, user, user, content))
                        : room);
    }
}
