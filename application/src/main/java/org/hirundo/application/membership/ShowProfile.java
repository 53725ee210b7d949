package org.hirundo.application.membership;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.hirundo.application.profile.ShownInRooms;
import org.hirundo.application.room.RoomView;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/**
 * Brings a user's name and picture into the rooms the user is in.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#events-on-change-of-profile-information">Events on change of
 *     profile information</a>
 */
@Singleton
public final class ShowProfile implements ShownInRooms {

    private final EachRoom each;

    @Inject
    public ShowProfile(EachRoom each) {
        this.each = each;
    }

    @Override
    public void update(UserId user, JsonObject profile) {
        each.change(
                user,
                Set.of(Membership.JOIN),
                room -> room.membership(user) == Membership.JOIN ? shown(room, user, profile) : room);
    }

    /** What the event said about how and why the user joined was about that event. */
    private static RoomView shown(RoomView room, UserId user, JsonObject profile) {
        var before = room.member(user).map(Event::content).orElse(JsonObject.EMPTY);
        var content = before
                .without(
                        "displayname", "avatar_url", "reason", "join_authorised_via_users_server", "third_party_invite")
                .toBuilder()
                .putIfPresent("displayname", profile.string("displayname"))
                .putIfPresent("avatar_url", profile.string("avatar_url"))
                .build();
        return room.append(MemberDraft.of(room, user, user, content));
    }
}
