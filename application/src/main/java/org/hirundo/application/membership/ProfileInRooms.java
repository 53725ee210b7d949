package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import org.hirundo.application.profile.ShownInRooms;
import org.hirundo.application.room.MemberProfiles;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/** Writes the name and the picture of users anew into the rooms they are in. */
@Singleton
public final class ProfileInRooms implements ShownInRooms {

    private final EachRoom rooms;

    @Inject
    ProfileInRooms(EachRoom rooms) {
        this.rooms = rooms;
    }

    @Override
    public void update(UserId user, JsonObject profile) {
        var content = new MemberProfiles.Known(Map.of(user, profile)).content(user, Membership.JOIN);
        rooms.change(user, EnumSet.of(Membership.JOIN), room -> {
            boolean stays = room.membership(user) != Membership.JOIN
                    || room.member(user).map(Event::content).filter(content::equals).isPresent();
            return stays ? room : room.append(MemberDraft.of(room, user, user, content));
        });
    }
}
