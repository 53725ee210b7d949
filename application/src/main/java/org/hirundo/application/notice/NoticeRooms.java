package org.hirundo.application.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.config.Identity;
import org.hirundo.application.membership.InviteUser;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.room.CreateRoom;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.ProfileField;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomPreset;

/** The rooms in which the server speaks to its users: one for each user. */
@Singleton
final class NoticeRooms {

    private static final String NAME = "Server notices";
    private static final String TAGS = "m.tag";
    private static final String TAG = "m.server_notice";

    /** Users read what the server says, and do not answer. */
    private static final long MUTED = -10;

    private final Identity identity;
    private final MembershipStore memberships;
    private final ProfileStore profiles;
    private final CreateRoom createRoom;
    private final InviteUser inviteUser;
    private final Committer committer;

    @Inject
    NoticeRooms(
            Identity identity,
            MembershipStore memberships,
            ProfileStore profiles,
            CreateRoom createRoom,
            InviteUser inviteUser,
            Committer committer) {
        this.identity = identity;
        this.memberships = memberships;
        this.profiles = profiles;
        this.createRoom = createRoom;
        this.inviteUser = inviteUser;
        this.committer = committer;
    }

    /** The user's room, in which they are or to which they are invited. Not to be called for one user twice at a time. */
    RoomId open(Requester server, UserId user) {
        var rooms = memberships.roomsOf(user);
        return find(rooms).map(room -> invited(server, rooms, room, user)).orElseGet(() -> create(server, user));
    }

    /** The server joins no room but those that it makes for this. */
    private Optional<RoomId> find(Map<RoomId, RoomMembership> rooms) {
        return memberships.joinedTo(rooms.keySet()).entrySet().stream()
                .filter(room -> room.getValue().contains(identity.noticesUser()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private RoomId invited(Requester server, Map<RoomId, RoomMembership> rooms, RoomId room, UserId user) {
        var membership = Optional.ofNullable(rooms.get(room)).map(RoomMembership::membership);
        if (membership
                .filter(Set.of(Membership.JOIN, Membership.INVITE)::contains)
                .isEmpty()) {
            inviteUser.invite(new InviteUser.Invite(server, room, user, Optional.empty()));
        }
        return room;
    }

    private RoomId create(Requester server, UserId user) {
        profiles.update(server.user(), profile -> profile.with(ProfileField.DISPLAY_NAME.name(), NAME));
        var room = createRoom.create(NewRoom.by(server)
                .preset(RoomPreset.PRIVATE_CHAT)
                .name(NAME)
                .invite(List.of(user))
                .powerLevels(JsonObject.builder().put("users_default", MUTED).build())
                .build());
        committer.commit(new AccountDataChange(
                user, Optional.of(room), TAGS, JsonObject.of("tags", JsonObject.of(TAG, JsonObject.EMPTY))));
        return room;
    }
}
