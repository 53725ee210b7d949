package org.hirundo.application.sync;

import static java.util.Comparator.comparingLong;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
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
 * <p>An answer may never arrive. So a connection keeps what the client knew before an answer until the client comes back with the
 * position that the answer gave: until then the request before may be repeated. Nor do requests come in the order in which they
 * were sent: one that the client gave up may overtake the one that it sent instead. So any answer to a request from what the
 * client surely knows may be the one that arrives.
 */
@Singleton
final class SlidingConnections {

    /** Clients use two or three; whoever opens more loses the one that was used longest ago. */
    private static final int MAX_PER_DEVICE = 10;

    /** How many answers from one position are kept: a client gives up the request before when it sends the next. */
    private static final int MAX_ANSWERS = 3;

    private final ByteBoundedCache<Device, SequencedMap<String, Connection>> devices;
    private final RandomGenerator random;
    private long requests;

    private record Device(UserId user, DeviceId device) {}

    /**
     * A state and the position that names it.
     *
     * @param request the number of the request that it answers
     */
    private record Point(long request, String pos, SlidingState state, long bytes) {}

    /**
     * @param confirmed what the client surely knows; empty before its first answer is confirmed
     * @param answered what it knows if that answer arrived, by the number of the request
     */
    private record Connection(Optional<Point> confirmed, List<Point> answered) {

        static final Connection NEW = new Connection(Optional.empty(), List.of());

        Optional<Point> find(String pos) {
            return Stream.concat(confirmed.stream(), answered.stream())
                    .filter(point -> point.pos().equals(pos))
                    .findFirst();
        }

        boolean isAt(Optional<String> pos) {
            return confirmed.map(Point::pos).equals(pos);
        }

        Connection with(Point answer) {
            return new Connection(
                    confirmed,
                    Stream.concat(answered.stream(), Stream.of(answer))
                            .sorted(comparingLong(Point::request))
                            .skip(Math.max(0, answered.size() + 1 - MAX_ANSWERS))
                            .toList());
        }

        long bytes() {
            return 100
                    + Stream.concat(confirmed.stream(), answered.stream())
                            .mapToLong(Point::bytes)
                            .sum();
        }
    }

    /**
     * A request that is being answered.
     *
     * @param number orders the requests
     * @param pos the position it came with; empty when it begins anew
     * @param known what the client knows
     */
    record Opened(Requester requester, String connection, long number, Optional<String> pos, SlidingState known) {}

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
        long number = ++requests;
        var known = Optional.ofNullable(connections(requester).get(connection));
        if (pos.isEmpty()) {
            put(requester, connection, known.filter(open -> open.isAt(pos)).orElse(Connection.NEW));
            return new Opened(requester, connection, number, pos, SlidingState.NOTHING);
        }
        var point = known.flatMap(open -> open.find(pos.get()))
                .orElseThrow(() -> new UnknownPosition("This position is not known, begin anew"));
        put(
                requester,
                connection,
                known.filter(open -> open.isAt(pos)).orElse(new Connection(Optional.of(point), List.of())));
        return new Opened(requester, connection, number, pos, point.state());
    }

    /**
     * A request is being answered.
     *
     * @param state what the client knows once it has the answer
     * @return the position to come back with; it is known unless the client went on with another answer meanwhile
     */
    synchronized String answered(Opened request, SlidingState state) {
        // Read by /messages as well, which takes the place in the stream from it.
        var pos = "s" + state.upTo().value() + "_" + Long.toString(random.nextLong(1L << 40), 36);
        Optional.ofNullable(connections(request.requester()).get(request.connection()))
                .filter(connection -> connection.isAt(request.pos()))
                .ifPresent(connection -> put(
                        request.requester(),
                        request.connection(),
                        connection.with(new Point(request.number(), pos, state, state.bytes()))));
        return pos;
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
