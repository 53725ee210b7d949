package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.room.Membership;

/** When users who are not in a room any more were in it last. */
@Singleton
final class Departures {

    /**
     * How many memberships are looked through. Invites, knocks and bans come in between; who collects more than this many
     * without ever joining is taken for one who never was in the room.
     */
    private static final int MAX_STEPS = 100;

    private final EventStore events;

    @Inject
    Departures(EventStore events) {
        this.events = events;
    }

    /**
     * The end of a user's last stay in a room.
     *
     * @param joined the last join event of that stay
     * @param left the membership event that ended it
     */
    record Departure(StoredEvent joined, StoredEvent left) {}

    /** The end of the last stay; empty when the user never was in the room. The membership is not {@code join}. */
    Optional<Departure> of(RoomMembership membership) {
        var later = find(membership.event());
        for (int step = 0; step < MAX_STEPS && later.isPresent(); step++) {
            var left = later.get();
            var earlier = left.replacesState().flatMap(this::find);
            if (earlier.flatMap(event -> Membership.of(event.event())).equals(Optional.of(Membership.JOIN))) {
                return Optional.of(new Departure(earlier.get(), left));
            }
            later = earlier;
        }
        return Optional.empty();
    }

    private Optional<StoredEvent> find(EventId id) {
        return Optional.ofNullable(events.events(Set.of(id)).get(id));
    }
}
