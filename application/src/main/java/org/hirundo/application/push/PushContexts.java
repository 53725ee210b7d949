package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.thread.ThreadSubscriptions;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.push.PushContext;

/** What push rules ask about a room and a member of it. */
@Singleton
final class PushContexts {

    private final RoomHeads rooms;
    private final EventStore events;
    private final ThreadSubscriptions threads;

    @Inject
    PushContexts(RoomHeads rooms, EventStore events, ThreadSubscriptions threads) {
        this.rooms = rooms;
        this.events = events;
        this.threads = threads;
    }

    /** The room as it is now, seen by the user; empty when the room is not known. */
    Optional<PushContext> of(RoomId room, UserId user) {
        return rooms.find(room)
                .map(live -> new PushContext(
                        live.joinedMembers(),
                        live.state()
                                .get(new StateTuple(EventType.MEMBER, user.toString()))
                                .flatMap(this::displayName),
                        live.powerLevels(),
                        root -> threads.contain(user, room, root),
                        id -> event(room, id)));
    }

    private Optional<Event> event(RoomId room, EventId id) {
        return Optional.ofNullable(events.events(Set.of(id)).get(id))
                .map(StoredEvent::event)
                .filter(event -> event.roomId().equals(room));
    }

    private Optional<String> displayName(EventId membership) {
        return Optional.ofNullable(events.events(Set.of(membership)).get(membership))
                .flatMap(stored -> stored.event().content().string("displayname"));
    }
}
