package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/** Finds single events that a user may see. */
@Singleton
public final class VisibleEvents {

    private final EventStore events;
    private final Visibility visibility;

    @Inject
    VisibleEvents(EventStore events, Visibility visibility) {
        this.events = events;
        this.visibility = visibility;
    }

    /**
     * The event of the room.
     *
     * @throws NotFound when there is none, or the user may not see it; nobody learns which
     */
    public StoredEvent get(UserId user, RoomId room, EventId id) {
        return find(user, id)
                .filter(event -> event.event().roomId().equals(room))
                .orElseThrow(VisibleEvents::notFound);
    }

    /**
     * The event of whichever room.
     *
     * @throws NotFound when there is none, or the user may not see it; nobody learns which
     */
    StoredEvent get(UserId user, EventId id) {
        return find(user, id).orElseThrow(VisibleEvents::notFound);
    }

    private Optional<StoredEvent> find(UserId user, EventId id) {
        return Optional.ofNullable(events.events(Set.of(id)).get(id))
                .filter(event -> !visibility.filter(user, List.of(event)).isEmpty());
    }

    private static NotFound notFound() {
        return new NotFound("Event not found.");
    }
}
