package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * Lists who is in a room, with names and pictures, for those who are in it too.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidjoined_members">GET
 *     …/joined_members</a>
 */
@Singleton
public final class ListJoinedMembers {

    private final MembershipStore memberships;
    private final EventStore events;

    @Inject
    public ListJoinedMembers(MembershipStore memberships, EventStore events) {
        this.memberships = memberships;
        this.events = events;
    }

    /** How a member is shown. */
    public record Member(Optional<String> displayName, Optional<String> avatarUrl) {}

    /**
     * The members by user.
     *
     * @throws Forbidden when the requester is not in the room
     */
    public SequencedMap<UserId, Member> list(Requester requester, RoomId room) {
        requester.refuseGuest();
        var members = memberships.membersOf(room);
        var own = Optional.ofNullable(members.get(requester.user()));
        if (own.filter(membership -> membership.membership() == Membership.JOIN).isEmpty()) {
            throw new Forbidden("You are not a member of the room.");
        }
        var joined = members.values().stream()
                .filter(membership -> membership.membership() == Membership.JOIN)
                .toList();
        var found = events.events(
                joined.stream().map(membership -> membership.event()).collect(Collectors.toSet()));
        var shown = new LinkedHashMap<UserId, Member>();
        for (var membership : joined) {
            var content = Optional.ofNullable(found.get(membership.event()))
                    .map(event -> event.event().content());
            shown.put(
                    membership.user(),
                    new Member(
                            content.flatMap(profile -> profile.string("displayname")),
                            content.flatMap(profile -> profile.string("avatar_url"))));
        }
        return shown;
    }
}
