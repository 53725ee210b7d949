package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
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
        var timelines = events.timelines(ranges(user, after, upTo));
        var before = replaced(timelines.values());
        var met = new HashSet<UserId>();
        var parted = new HashSet<UserId>();
        var entered = new HashSet<RoomId>();
        var left = new HashSet<RoomId>();
        timelines.forEach((room, timeline) -> {
            if (timeline.size() == MAX_EVENTS) {
                entered.add(room);
            }
            for (var stored : timeline) {
                boolean was = stored.replacesState()
                        .map(before::get)
                        .filter(MembershipChanges::isJoin)
                        .isPresent();
                boolean is = isJoin(stored);
                if (was == is) {
                    continue;
                }
                UserId.find(stored.event().stateKey().orElseThrow()).ifPresent(member -> {
                    if (member.equals(user)) {
                        (is ? entered : left).add(room);
                    } else {
                        (is ? met : parted).add(member);
                    }
                });
            }
        });
        memberships.joinedTo(entered).values().forEach(met::addAll);
        memberships.joinedTo(left).values().forEach(parted::addAll);
        met.remove(user);
        return new Moved(met, parted);
    }

    /** Where to look: in the rooms the user is in, and in those they went out of, up to when they did. */
    private Map<RoomId, TimelineRange> ranges(UserId user, StreamPosition after, StreamPosition upTo) {
        var rooms = new HashMap<RoomId, RoomMembership>();
        memberships.roomsOf(user).forEach((room, membership) -> {
            if (membership.membership() == Membership.JOIN || membership.since().isAfter(after)) {
                rooms.put(room, membership);
            }
        });
        var active = changes.roomsWithEvents(rooms.keySet(), after).orElse(rooms.keySet());
        var ranges = new HashMap<RoomId, TimelineRange>();
        rooms.forEach((room, membership) -> {
            if (active.contains(room)) {
                boolean ended = membership.membership() != Membership.JOIN
                        && !membership.since().isAfter(upTo);
                ranges.put(room, new TimelineRange(after, ended ? membership.since() : upTo, MAX_EVENTS));
            }
        });
        return ranges;
    }

    /** The events that were in force before the membership events among these; nothing is read when there are none. */
    private Map<EventId, StoredEvent> replaced(Collection<List<StoredEvent>> timelines) {
        var ids = timelines.stream()
                .flatMap(List::stream)
                .filter(stored -> isMember(stored.event()))
                .flatMap(stored -> stored.replacesState().stream())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : events.events(ids);
    }

    private static boolean isMember(Event event) {
        return event.isType(EventType.MEMBER) && event.isState();
    }

    private static boolean isJoin(StoredEvent stored) {
        return isMember(stored.event()) && Membership.of(stored.event()).equals(Optional.of(Membership.JOIN));
    }
}
