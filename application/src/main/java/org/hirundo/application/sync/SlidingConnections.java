package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.UnknownPosition;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * The connections of sliding sync, in memory alone: whoever comes back with a position that was forgotten begins anew. A position
 * belongs to one connection of one device of one user.
 *
 * <p>An answer may never arrive. So a connection keeps what the client knew before the last answer until the client comes back
 * with the position that this one gave: until then the request before may be repeated.
 */
@Singleton
final class SlidingConnections {

    /** Clients use two or three; whoever opens more loses the one that was used longest ago. */
    private static final int MAX_PER_DEVICE = 10;

    private final ByteBoundedCache<Device, SequencedMap<String, Connection>> devices;
    private final RandomGenerator random;
    private long requests;

    private record Device(UserId user, DeviceId device) {}

    /** A state and the position that names it. */
    private record Point(String pos, SlidingState state, long bytes) {}

    /**
     * @param request the number of the last request
     * @param confirmed what the client surely knows; empty before its first answer is confirmed
     * @param answered what it knows if the last answer arrived
     */
    private record Connection(long request, Optional<Point> confirmed, Optional<Point> answered) {

        long bytes() {
            return 100
                    + confirmed.map(Point::bytes).orElse(0L)
                    + answered.map(Point::bytes).orElse(0L);
        }
    }

    /**
     * A request that is being answered.
     *
     * @param number orders the requests of a connection: the answer to one that another followed is of no more use
     * @param known what the client knows
     */
    record Opened(Requester requester, String connection, long number, SlidingState known) {}

    @Inject
    SlidingConnections(MemoryBudget budget, RandomGenerator random) {
        devices = new ByteBoundedCache<>(
                budget,
                (device, connections) -> 300
                        + connections.values().stream()
                                .mapToLong(Connection::bytes)
                                .sum());
        this.random = random;
    }

    /**
     * A request comes in.
     *
     * @param pos the position it comes back with; empty when it begins anew
     * @throws UnknownPosition when the position is not one of this connection, or was forgotten
     */
    synchronized Opened open(Requester requester, String connection, Optional<String> pos) {
        var known = connections(requester).get(connection);
        long number = ++requests;
        if (pos.isEmpty()) {
            put(requester, connection, new Connection(number, Optional.empty(), Optional.empty()));
            return new Opened(requester, connection, number, SlidingState.NOTHING);
        }
        if (known != null && isAt(known.answered(), pos.get())) {
            put(requester, connection, new Connection(number, known.answered(), Optional.empty()));
            return new Opened(
                    requester, connection, number, known.answered().get().state());
        }
        if (known != null && isAt(known.confirmed(), pos.get())) {
            put(requester, connection, new Connection(number, known.confirmed(), known.answered()));
            return new Opened(
                    requester, connection, number, known.confirmed().get().state());
        }
        throw new UnknownPosition("This position is not known, begin anew");
    }

    /**
     * A request is being answered.
     *
     * @param state what the client knows once it has the answer
     * @return the position to come back with; it is known unless the client made another request meanwhile
     */
    synchronized String answered(Opened request, SlidingState state) {
        // Read by /messages as well, which takes the place in the stream from it.
        var pos = "s" + state.upTo().value() + "_" + Long.toString(random.nextLong(1L << 40), 36);
        var connection = connections(request.requester()).get(request.connection());
        if (connection != null && connection.request() == request.number()) {
            put(
                    request.requester(),
                    request.connection(),
                    new Connection(
                            request.number(),
                            connection.confirmed(),
                            Optional.of(new Point(pos, state, state.bytes()))));
        }
        return pos;
    }

    private static boolean isAt(Optional<Point> point, String pos) {
        return point.filter(known -> known.pos().equals(pos)).isPresent();
    }

    private SequencedMap<String, Connection> connections(Requester requester) {
        return devices.get(device(requester)).orElseGet(LinkedHashMap::new);
    }

    private void put(Requester requester, String name, Connection connection) {
        var changed = new LinkedHashMap<>(connections(requester));
        changed.putLast(name, connection);
        while (changed.size() > MAX_PER_DEVICE) {
            changed.pollFirstEntry();
        }
        devices.put(device(requester), changed);
    }

    private static Device device(Requester requester) {
        return new Device(requester.user(), requester.device());
    }
}
