package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.Walk.Direction;
import org.hirundo.application.timeline.Walk.Route;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.state.StateMap;
import org.hirundo.domain.sync.RoomEventFilter;

/**
 * Reads an event with what happened just before and after it.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidcontexteventid">GET …/context</a>
 */
@Singleton
public final class ReadContext {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 200;

    private final VisibleEvents visibleEvents;
    private final Walk walk;
    private final EventStore events;
    private final States states;
    private final ShownMembers members;
    private final ClientEvents clientEvents;
    private final Aggregations aggregations;

    @Inject
    public ReadContext(
            VisibleEvents visibleEvents,
            Walk walk,
            EventStore events,
            States states,
            ShownMembers members,
            ClientEvents clientEvents,
            Aggregations aggregations) {
        this.visibleEvents = visibleEvents;
        this.walk = walk;
        this.events = events;
        this.states = states;
        this.members = members;
        this.clientEvents = clientEvents;
        this.aggregations = aggregations;
    }

    /**
     * What is wanted.
     *
     * @param limit how many events around the event at most
     * @param filter for the events around it and the state
     */
    public record Wanted(Requester requester, RoomId room, EventId event, OptionalInt limit, RoomEventFilter filter) {}

    /**
     * An event and its surroundings.
     *
     * @param start the place before all of them
     * @param end the place after all of them
     * @param before newest first
     * @param after oldest first
     * @param state the state at the last of the events
     */
    public record Context(
            String start,
            String end,
            List<ClientEvent> before,
            ClientEvent event,
            List<ClientEvent> after,
            List<ClientEvent> state) {}

    /**
     * Reads the context.
     *
     * @throws NotFound when the room has no such event, or the requester may not see it
     * @throws InvalidParam when the limit is negative
     */
    public Context read(Wanted wanted) {
        if (wanted.limit().orElse(0) < 0) {
            throw new InvalidParam("The limit must not be negative");
        }
        var event = visibleEvents.get(wanted.requester().user(), wanted.room(), wanted.event());
        int limit = Math.min(wanted.limit().orElse(DEFAULT_LIMIT), MAX_LIMIT);
        var before = walk.along(route(wanted, Direction.BACKWARDS, event, limit / 2));
        var after = walk.along(route(wanted, Direction.FORWARDS, event, limit - limit / 2));
        var all = new ArrayList<>(before.events().reversed());
        all.add(event);
        all.addAll(after.events());
        var rendered = aggregations.bundled(wanted.requester(), all);
        int index = before.events().size();
        return new Context(
                GraphToken.before(all.getFirst()).toString(),
                GraphToken.after(all.getLast()).toString(),
                rendered.subList(0, index).reversed(),
                rendered.get(index),
                rendered.subList(index + 1, rendered.size()),
                state(wanted, all));
    }

    private static Route route(Wanted wanted, Direction direction, StoredEvent event, int limit) {
        var from = direction == Direction.BACKWARDS ? GraphToken.before(event) : GraphToken.after(event);
        return new Route(
                wanted.requester().user(),
                wanted.room(),
                direction,
                from.position(),
                Optional.empty(),
                limit,
                wanted.filter());
    }

    private List<ClientEvent> state(Wanted wanted, List<StoredEvent> shown) {
        var name = shown.getLast().stateAfter();
        var state = states.of(Set.of(name)).getOrDefault(name, StateMap.EMPTY);
        boolean lazy = wanted.filter().lazyLoadMembers();
        var ids = new ArrayList<EventId>();
        state.forEach((tuple, id) -> {
            if (!lazy || !tuple.type().equals(EventType.MEMBER)) {
                ids.add(id);
            }
        });
        var found = events.events(Set.copyOf(ids));
        var rendered = new ArrayList<>(clientEvents.ofState(ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .filter(event -> wanted.filter().includes(event.event()))
                .toList()));
        if (lazy) {
            rendered.addAll(members.of(shown));
        }
        return rendered;
    }
}
