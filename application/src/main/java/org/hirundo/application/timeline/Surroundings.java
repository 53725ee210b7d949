package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.timeline.Walk.Direction;
import org.hirundo.application.timeline.Walk.Route;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.sync.RoomEventFilter;

/** What happened just before and after an event, as far as a reader may see it. */
@Singleton
public final class Surroundings {

    private final Walk walk;

    @Inject
    Surroundings(Walk walk) {
        this.walk = walk;
    }

    /**
     * What is around an event.
     *
     * @param before newest first
     * @param after oldest first
     */
    public record Around(List<StoredEvent> before, StoredEvent event, List<StoredEvent> after) {

        /** All of them, oldest first. */
        public List<StoredEvent> all() {
            var all = new ArrayList<>(before.reversed());
            all.add(event);
            all.addAll(after);
            return all;
        }

        /** The token of the place before all of them. */
        public String start() {
            return GraphToken.before(all().getFirst()).toString();
        }

        /** The token of the place after all of them. */
        public String end() {
            return GraphToken.after(all().getLast()).toString();
        }
    }

    /**
     * The surroundings of an event that the reader may see.
     *
     * @param before how many events before it at most
     * @param after how many events after it at most
     */
    public Around of(UserId reader, StoredEvent event, int before, int after, RoomEventFilter filter) {
        return new Around(
                walk.along(route(reader, Direction.BACKWARDS, event, before, filter))
                        .events(),
                event,
                walk.along(route(reader, Direction.FORWARDS, event, after, filter))
                        .events());
    }

    private static Route route(
            UserId reader, Direction direction, StoredEvent event, int limit, RoomEventFilter filter) {
        var from = direction == Direction.BACKWARDS ? GraphToken.before(event) : GraphToken.after(event);
        return new Route(reader, event.event().roomId(), direction, from.position(), Optional.empty(), limit, filter);
    }
}
