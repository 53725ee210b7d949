package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.relation.RelationRange;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.Walk.Direction;
import org.hirundo.application.timeline.Walk.Route;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.relation.RelationType;
import org.hirundo.domain.sync.RoomEventFilter;

/**
 * Reads the events that relate to an event.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1roomsroomidrelationseventid">GET
 *     …/relations</a>
 */
@Singleton
public final class ReadRelations {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 1000;

    /** How many levels are followed: as many as the specification wants at least. */
    private static final int MAX_LEVELS = 3;

    private final VisibleEvents visibleEvents;
    private final RoomTokens tokens;
    private final Walk walk;
    private final RelationStore relations;
    private final EventStore events;
    private final Aggregations aggregations;

    @Inject
    public ReadRelations(
            VisibleEvents visibleEvents,
            RoomTokens tokens,
            Walk walk,
            RelationStore relations,
            EventStore events,
            Aggregations aggregations) {
        this.visibleEvents = visibleEvents;
        this.tokens = tokens;
        this.walk = walk;
        this.relations = relations;
        this.events = events;
        this.aggregations = aggregations;
    }

    /**
     * What is wanted.
     *
     * @param relation the type of relation, any if empty
     * @param type the type of event, any if empty
     * @param recurse whether events that relate to those that relate to the event are wanted as well
     * @param from the token to start at; empty for the end of the room, or its beginning when going forwards
     * @param to the token to stop at
     */
    public record Wanted(
            Requester requester,
            RoomId room,
            EventId event,
            Optional<RelationType> relation,
            Optional<EventType> type,
            boolean backwards,
            boolean recurse,
            Optional<String> from,
            Optional<String> to,
            OptionalInt limit) {}

    /**
     * A part of the events that relate to the event.
     *
     * @param next where to go on; empty when there is nothing more
     * @param previous where this part begins; empty when it is the first
     * @param depth how many levels were followed, if more than one was wanted
     */
    public record Page(List<ClientEvent> chunk, Optional<String> next, Optional<String> previous, OptionalInt depth) {}

    /**
     * Reads the events.
     *
     * @throws org.hirundo.domain.error.NotFound when the room has no such event, or the requester may not see it
     * @throws InvalidParam when a token is none of ours, or the limit less than one
     */
    public Page read(Wanted wanted) {
        int limit = Math.min(wanted.limit().orElse(DEFAULT_LIMIT), MAX_LIMIT);
        if (limit < 1) {
            throw new InvalidParam("The limit must be greater than zero");
        }
        visibleEvents.get(wanted.requester().user(), wanted.room(), wanted.event());
        // One more than is wanted tells whether there is more.
        var route = route(wanted, limit + 1);
        var found = walk.along(route, (place, size) -> children(wanted, place, size));
        var shown = found.events().stream().limit(limit).toList();
        var next = found.events().size() > limit
                ? Optional.of(route.behind(shown.getLast()))
                : Optional.of(found.end()).filter(_ -> !found.finished());
        return new Page(
                aggregations.bundled(wanted.requester(), shown),
                next.map(place -> GraphToken.of(place).toString()),
                wanted.from(),
                wanted.recurse() ? OptionalInt.of(MAX_LEVELS) : OptionalInt.empty());
    }

    private Route route(Wanted wanted, int limit) {
        var from = wanted.from().map(token -> tokens.graph(wanted.room(), token));
        return new Route(
                wanted.requester().user(),
                wanted.room(),
                wanted.backwards() ? Direction.BACKWARDS : Direction.FORWARDS,
                from.orElse(wanted.backwards() ? GraphPosition.END : GraphPosition.BEGINNING),
                wanted.to().map(token -> tokens.graph(wanted.room(), token)),
                limit,
                RoomEventFilter.ALL);
    }

    private List<StoredEvent> children(Wanted wanted, GraphPosition place, int size) {
        return events.inOrder(relations.related(new RelationRange(
                wanted.room(),
                wanted.event(),
                wanted.recurse() ? MAX_LEVELS : 1,
                wanted.relation(),
                wanted.type(),
                wanted.backwards(),
                place,
                size)));
    }
}
