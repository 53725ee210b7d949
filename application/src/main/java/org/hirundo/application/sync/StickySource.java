package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hirundo.application.accountdata.UserSettings;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;

/**
 * Finds sticky events for members of their rooms, who are told of them whatever the history visibility and whatever they missed.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4354">MSC4354</a>
 */
@Singleton
final class StickySource {

    private static final Optional<StreamPosition> NO_END = Optional.empty();

    private final EventStore events;
    private final UserSettings settings;
    private final InstantSource clock;

    @Inject
    StickySource(EventStore events, UserSettings settings, InstantSource clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Where to look.
     *
     * @param known rooms of which the user was told up to {@code after}
     * @param fresh rooms of which the user was told nothing
     * @param limit how many events at most
     */
    record Wanted(
            UserId user, Set<RoomId> known, StreamPosition after, Set<RoomId> fresh, StreamPosition upTo, int limit) {}

    /**
     * Sticky events, without those of whom the user ignores.
     *
     * @param end up to where they were looked for, when there may be more after that
     */
    record Found(List<StoredEvent> events, Optional<StreamPosition> end) {}

    /** The first of the sticky events; nothing is read when there is nowhere to look. */
    Found find(Wanted wanted) {
        return find(wanted, List.of());
    }

    /** The first of the sticky events, and all among those that are at hand. */
    Found find(Wanted wanted, List<StoredEvent> atHand) {
        var ids = new HashSet<EventId>();
        ids.addAll(ids(wanted, wanted.known(), wanted.after()));
        ids.addAll(ids(wanted, wanted.fresh(), StreamPosition.START));
        var found = ids.isEmpty()
                ? List.<StoredEvent>of()
                : inOrder(events.events(ids).values());
        var first = found.subList(0, Math.min(wanted.limit(), found.size()));
        var end = first.size() == wanted.limit() ? Optional.of(first.getLast().position()) : NO_END;
        var ignored = settings.ignored(wanted.user());
        return new Found(
                Stream.concat(first.stream(), atHand.stream())
                        .filter(this::isSticky)
                        .filter(event -> !ignored.contains(event.event().sender()))
                        .toList(),
                end);
    }

    private static List<StoredEvent> inOrder(Collection<StoredEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(StoredEvent::position))
                .toList();
    }

    private boolean isSticky(StoredEvent stored) {
        var event = stored.event();
        return event.stickiness()
                .filter(stickiness -> stickiness.leftMillis(event.originServerTs(), clock.millis()) > 0)
                .isPresent();
    }

    private List<EventId> ids(Wanted wanted, Set<RoomId> rooms, StreamPosition after) {
        return rooms.isEmpty() || !wanted.upTo().isAfter(after)
                ? List.of()
                : events.sticky(rooms, after, wanted.upTo(), clock.instant(), wanted.limit());
    }
}
