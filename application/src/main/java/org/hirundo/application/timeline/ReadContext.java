package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.hirundo.application.cache.States;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.session.Requester;
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
    private final Surroundings surroundings;
    private final EventStore events;
    private final States states;
    private final ShownMembers members;
    private final ClientEvents clientEvents;
    private final Aggregations aggregations;

    @Inject
    public ReadContext(
            VisibleEvents visibleEvents,
            Surroundings surroundings,
            EventStore events,
            States states,
            ShownMembers members,
            ClientEvents clientEvents,
            Aggregations aggregations) {
        this.visibleEvents = visibleEvents;
        this.surroundings = surroundings;
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
        var around = surroundings.of(wanted.requester().user(), event, limit / 2, limit - limit / 2, wanted.filter());
        var rendered = aggregations.bundled(wanted.requester(), around.all());
        int index = around.before().size();
        return new Context(
                around.start(),
                around.end(),
                rendered.subList(0, index).reversed(),
                rendered.get(index),
                rendered.subList(index + 1, rendered.size()),
                state(wanted, around.all()));
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
        var rendered = new ArrayList<>(clientEvents.ofState(events.inOrder(ids).stream()
                .filter(event -> wanted.filter().includes(event.event()))
                .toList()));
        if (lazy) {
            rendered.addAll(members.of(shown));
        }
        return rendered;
    }
}
