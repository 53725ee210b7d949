package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.sync.RoomEventFilter;

/** Walks through a room in graph order and gathers what a user may see and wants to see. */
@Singleton
final class Walk {

    /** How many events are looked at before the client is asked to come again, so that no request takes long. */
    private static final int MAX_LOOKED_AT = 2000;

    private static final int MIN_BATCH = 20;
    private static final int MAX_BATCH = 500;

    private final EventStore events;
    private final Visibility visibility;
    private final UserSettings settings;

    @Inject
    Walk(EventStore events, Visibility visibility, UserSettings settings) {
        this.events = events;
        this.visibility = visibility;
        this.settings = settings;
    }

    /** Which way to go. */
    enum Direction {
        BACKWARDS,
        FORWARDS
    }

    /**
     * Where to walk.
     *
     * @param from the place to start at
     * @param to the place at which to stop, if any
     * @param limit how many events are wanted at most
     */
    record Route(
            UserId reader,
            RoomId room,
            Direction direction,
            GraphPosition from,
            Optional<GraphPosition> to,
            int limit,
            RoomEventFilter filter) {

        /** Whether the event is beyond the place to stop at. */
        boolean passes(StoredEvent event) {
            return to.isPresent()
                    && switch (direction) {
                        case BACKWARDS -> event.graphPosition().compareTo(to.get()) < 0;
                        case FORWARDS -> event.graphPosition().compareTo(to.get()) >= 0;
                    };
        }

        /** The place just behind the event. */
        GraphPosition behind(StoredEvent event) {
            return switch (direction) {
                case BACKWARDS -> GraphToken.before(event).position();
                case FORWARDS -> GraphToken.after(event).position();
            };
        }
    }

    /** Reads the events that lie on the way from a place on, the nearest first. */
    @FunctionalInterface
    interface Way {

        /** As many events, fewer only when there are no more. */
        List<StoredEvent> read(GraphPosition place, int size);
    }

    /**
     * What was found.
     *
     * @param events in the order of the walk
     * @param end where the walk ended
     * @param moved whether there was any event on the way, if only one that is hidden from the reader or not wanted
     * @param finished whether the walk went to the end of the way
     */
    record Found(List<StoredEvent> events, GraphPosition end, boolean moved, boolean finished) {}

    /** Walks through the room until there is enough, or nothing more. */
    Found along(Route route) {
        return along(route, (place, size) -> read(route, place, size));
    }

    /** Walks the way until there is enough, or nothing more. */
    Found along(Route route, Way way) {
        var ignored = settings.ignored(route.reader());
        var found = new ArrayList<StoredEvent>();
        var place = route.from();
        int lookedAt = 0;
        while (found.size() < route.limit() && lookedAt < MAX_LOOKED_AT) {
            int size = Math.clamp(route.limit() - found.size(), MIN_BATCH, MAX_BATCH);
            var batch = way.read(place, size);
            var within = batch.stream().takeWhile(event -> !route.passes(event)).toList();
            var visible = visibility.filter(route.reader(), within).stream()
                    .filter(event -> route.filter().includes(event.event()))
                    .filter(event -> event.event().isState()
                            || !ignored.contains(event.event().sender()))
                    .limit(route.limit() - found.size())
                    .toList();
            found.addAll(visible);
            if (found.size() == route.limit()) {
                return new Found(found, route.behind(found.getLast()), true, false);
            }
            if (!within.isEmpty()) {
                place = route.behind(within.getLast());
                lookedAt += within.size();
            }
            if (within.size() < size) {
                return new Found(found, place, lookedAt > 0, true);
            }
        }
        return new Found(found, place, lookedAt > 0, false);
    }

    private List<StoredEvent> read(Route route, GraphPosition place, int size) {
        return switch (route.direction()) {
            case BACKWARDS -> events.backwards(route.room(), place, size);
            case FORWARDS -> events.forwards(route.room(), place, size);
        };
    }
}
