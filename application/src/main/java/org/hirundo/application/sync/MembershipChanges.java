package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/** With whom a user began or ceased to be in a room. */
@Singleton
final class MembershipChanges {

    /** A room in which more happened is treated as one whose members are all new. */
    private static final int MAX_EVENTS = 1000;

    private final EventStore events;
    private final MembershipStore memberships;
    private final ChangeIndex changes;

    /** Users met in a room, and users parted from in one; either may still share another room. */
    record Moved(Set<UserId> met, Set<UserId> parted) {

        /** Nobody. */
        static final Moved NONE = new Moved(Set.of(), Set.of());

        boolean isEmpty() {
            return met.isEmpty() && parted.isEmpty();
        }
    }

    @Inject
    MembershipChanges(EventStore events, MembershipStore memberships, ChangeIndex changes) {
        this.events = events;
        this.memberships = memberships;
        this.changes = changes;
    }

    /** Who came and went in the user's rooms, and who is in the rooms that the user entered or left, between two positions. */
    Moved between(UserId user, StreamPosition after, StreamPosition upTo) {
        var rooms = memberships.roomsOf(user);
        var active = changes.roomsWithEvents(rooms.keySet(), after).orElse(rooms.keySet());
        var ranges = new HashMap<RoomId, TimelineRange>();
        active.forEach(room -> ranges.put(room, new TimelineRange(after, upTo, MAX_EVENTS)));
        var met = new HashSet<UserId>();
        var parted = new HashSet<UserId>();
        var entered = new HashSet<RoomId>();
        var left = new HashSet<RoomId>();
        events.timelines(ranges).forEach((room, timeline) -> {
            if (timeline.size() == MAX_EVENTS) {
                entered.add(room);
            }
            for (var stored : timeline) {
                var event = stored.event();
                if (!event.isType(EventType.MEMBER) || !event.isState()) {
                    continue;
                }
                UserId.find(event.stateKey().orElseThrow()).ifPresent(member -> {
                    if (member.equals(user)) {
                        (isJoin(rooms, room) ? entered : left).add(room);
                    } else if (event.content().string("membership").equals(java.util.Optional.of("join"))) {
                        met.add(member);
                    } else {
                        parted.add(member);
                    }
                });
            }
        });
        memberships.joinedTo(entered).values().forEach(met::addAll);
        memberships.joinedTo(left).values().forEach(parted::addAll);
        return new Moved(met, parted);
    }

    private static boolean isJoin(Map<RoomId, RoomMembership> rooms, RoomId room) {
        var membership = rooms.get(room);
        return membership != null && membership.membership() == Membership.JOIN;
    }
}
