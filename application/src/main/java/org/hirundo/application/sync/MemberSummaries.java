package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.sync.SyncAnswer.MemberSummary;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/**
 * The {@code summary} of rooms: counts of members, and the heroes from whom a client makes a name for a room without one.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3sync">RoomSummary</a>
 */
@Singleton
final class MemberSummaries {

    private static final int HEROES = 5;

    /** What a summary is made of: heroes are told where there is no name. */
    private static final Set<EventType> SHOWN = Set.of(EventType.MEMBER, EventType.NAME, EventType.CANONICAL_ALIAS);

    private final RoomStore rooms;
    private final MembershipStore memberships;

    @Inject
    MemberSummaries(RoomStore rooms, MembershipStore memberships) {
        this.rooms = rooms;
        this.memberships = memberships;
    }

    /** The summaries of those rooms where the client does not have it yet, or what it is made of changed. */
    Map<RoomId, MemberSummary> of(UserId user, Collection<RoomChange> changes) {
        var wanted = changes.stream()
                .filter(change -> change.fresh() || change.limited() || mayDiffer(change))
                .map(RoomChange::room)
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var summaries = new HashMap<RoomId, MemberSummary>();
        rooms.summaries(wanted)
                .forEach((room, summary) -> summaries.put(
                        room,
                        new MemberSummary(
                                heroes(user, room, summary), summary.joinedMembers(), summary.invitedMembers())));
        return summaries;
    }

    private static boolean mayDiffer(RoomChange change) {
        return change.timeline().stream()
                .anyMatch(event ->
                        event.event().isState() && SHOWN.contains(event.event().type()));
    }

    private List<UserId> heroes(UserId user, RoomId room, RoomSummary summary) {
        if (summary.name().isPresent() || summary.canonicalAlias().isPresent()) {
            return List.of();
        }
        var members = new ArrayList<>(memberships.membersOf(room).values());
        members.removeIf(member -> member.user().equals(user));
        members.sort(Comparator.comparing(RoomMembership::since));
        var present = members.stream()
                .filter(member -> member.membership() == Membership.JOIN || member.membership() == Membership.INVITE)
                .toList();
        return (present.isEmpty() ? members : present)
                .stream().limit(HEROES).map(RoomMembership::user).toList();
    }
}
