package org.hirundo.application.timeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.port.event.GraphPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.Walk.Direction;
import org.hirundo.application.timeline.Walk.Route;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.sync.RoomEventFilter;

/**
 * Reads a part of a room's history, in either direction.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3roomsroomidmessages">GET …/messages</a>
 */
@Singleton
public final class ReadMessages {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 1000;

    private final Standpoints standpoints;
    private final RoomTokens tokens;
    private final Walk walk;
    private final ShownMembers members;
    private final Aggregations aggregations;

    @Inject
    public ReadMessages(
            Standpoints standpoints, RoomTokens tokens, Walk walk, ShownMembers members, Aggregations aggregations) {
        this.standpoints = standpoints;
        this.tokens = tokens;
        this.walk = walk;
        this.members = members;
        this.aggregations = aggregations;
    }

    /**
     * What is wanted.
     *
     * @param from the token to start at; empty for the end the reader can see in this direction
     * @param to the token to stop at
     */
    public record Wanted(
            Requester requester,
            RoomId room,
            boolean backwards,
            Optional<String> from,
            Optional<String> to,
            OptionalInt limit,
            RoomEventFilter filter) {}

    /**
     * A part of the history.
     *
     * @param end where to go on; empty when there was nothing at all from the start on, which is how the end of a walk is found
     * @param chunk in the order of the direction
     * @param state the senders' membership events, when members are loaded lazily
     */
    public record Page(String start, Optional<String> end, List<ClientEvent> chunk, List<ClientEvent> state) {}

    /**
     * Reads the events.
     *
     * @throws org.hirundo.domain.error.Forbidden when the requester may not look at the room
     * @throws InvalidParam when a token is none of ours, or the limit negative
     */
    public Page read(Wanted wanted) {
        if (wanted.limit().orElse(0) < 0) {
            throw new InvalidParam("The limit must not be negative");
        }
        var standpoint = standpoints.of(wanted.requester().user(), wanted.room());
        var route = route(wanted, standpoint);
        var found = walk.along(route);
        var start = wanted.from().orElseGet(() -> start(route, found));
        return new Page(
                start,
                found.moved() ? Optional.of(GraphToken.of(found.end()).toString()) : Optional.empty(),
                aggregations.bundled(wanted.requester(), found.events()),
                wanted.filter().lazyLoadMembers() ? members.of(found.events()) : List.of());
    }

    private Route route(Wanted wanted, Standpoint standpoint) {
        var from = wanted.from().map(token -> tokens.graph(wanted.room(), token));
        var to = wanted.to().map(token -> tokens.graph(wanted.room(), token));
        int limit = Math.min(wanted.limit().orElse(DEFAULT_LIMIT), MAX_LIMIT);
        var last = standpoint instanceof Standpoint.FormerMember former
                ? GraphToken.after(former.left()).position()
                : GraphPosition.END;
        return wanted.backwards()
                ? new Route(
                        wanted.requester().user(),
                        wanted.room(),
                        Direction.BACKWARDS,
                        min(from.orElse(last), last),
                        to,
                        limit,
                        wanted.filter())
                : new Route(
                        wanted.requester().user(),
                        wanted.room(),
                        Direction.FORWARDS,
                        from.orElse(GraphPosition.BEGINNING),
                        Optional.of(min(to.orElse(last), last)),
                        limit,
                        wanted.filter());
    }

    private static GraphPosition min(GraphPosition one, GraphPosition other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The place before the first event that was found, seen in the direction of the walk. */
    private static String start(Route route, Walk.Found found) {
        var first = found.events().stream().findFirst();
        return first.map(event ->
                        route.direction() == Direction.BACKWARDS ? GraphToken.after(event) : GraphToken.before(event))
                .orElse(GraphToken.of(route.from()))
                .toString();
    }
}
