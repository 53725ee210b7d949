package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.push.PushStore.Waiting;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.Stream;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.Membership;

/** Finds out what a user has still not read of what waits for a pusher. */
@Singleton
final class UnreadMessages {

    private final EventStore events;
    private final MembershipStore memberships;
    private final UnreadCounts unread;
    private final Stream stream;

    @Inject
    UnreadMessages(EventStore events, MembershipStore memberships, UnreadCounts unread, Stream stream) {
        this.events = events;
        this.memberships = memberships;
        this.unread = unread;
        this.stream = stream;
    }

    /**
     * What is unread in a room.
     *
     * @param messages what waits, oldest first, one at least
     * @param count how much there is, including what does not wait any more
     */
    record InRoom(List<StoredEvent> messages, int count) {

        InRoom {
            messages = List.copyOf(messages);
        }

        /** Since when something is unread. */
        Instant since() {
            return Instant.ofEpochMilli(messages.getFirst().event().originServerTs());
        }

        /** Where the last message is. */
        StreamPosition last() {
            return messages.getLast().position();
        }
    }

    /** What the user has not read, by room, the room with the oldest first; invitations are until they are answered. */
    Map<RoomId, InRoom> among(UserId user, List<Waiting> waiting) {
        var byRoom = new LinkedHashMap<RoomId, List<StoredEvent>>();
        for (var stored : events.inOrder(waiting.stream().map(Waiting::event).toList())) {
            byRoom.computeIfAbsent(stored.event().roomId(), _ -> new ArrayList<>())
                    .add(stored);
        }
        var rooms = memberships.roomsOf(user);
        var joined = new HashMap<RoomId, RoomMembership>();
        byRoom.keySet().forEach(room -> Optional.ofNullable(rooms.get(room))
                .filter(membership -> membership.membership() == Membership.JOIN)
                .ifPresent(membership -> joined.put(room, membership)));
        var notices =
                joined.isEmpty() ? Map.<RoomId, Set<EventId>>of() : unread.events(user, joined, stream.position());
        var unreadByRoom = new LinkedHashMap<RoomId, InRoom>();
        byRoom.forEach((room, messages) -> Optional.ofNullable(rooms.get(room))
                .map(membership -> unread(user, membership, messages, notices.getOrDefault(room, Set.of())))
                .filter(inRoom -> !inRoom.isEmpty())
                .ifPresent(inRoom -> unreadByRoom.put(
                        room,
                        new InRoom(
                                inRoom,
                                Math.max(
                                        inRoom.size(),
                                        notices.getOrDefault(room, Set.of()).size())))));
        return unreadByRoom;
    }

    private static List<StoredEvent> unread(
            UserId user, RoomMembership membership, List<StoredEvent> messages, Set<EventId> notices) {
        return switch (membership.membership()) {
            case JOIN ->
                messages.stream()
                        .filter(stored -> notices.contains(stored.id()))
                        .toList();
            case INVITE ->
                messages.stream()
                        .filter(stored -> invites(stored.event(), user))
                        .toList();
            case LEAVE, BAN, KNOCK -> List.of();
        };
    }

    /** Whether it invites the user. */
    static boolean invites(Event event, UserId user) {
        return event.isType(EventType.MEMBER)
                && event.stateKey().equals(Optional.of(user.toString()))
                && Membership.of(event).equals(Optional.of(Membership.INVITE));
    }
}
