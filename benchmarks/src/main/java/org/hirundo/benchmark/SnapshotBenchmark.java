package org.hirundo.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.domain.state.SnapshotChain;
import org.hirundo.domain.state.StateDelta;
import org.hirundo.domain.state.StateMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The state of a room: one change written, the whole read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SnapshotBenchmark {

    /** How many members the room has. */
    @Param({"100", "10000", "100000"})
    public int members = 100;

    private final StateTuple topic = new StateTuple(EventType.TOPIC, "");
    private SnapshotChain chain = SnapshotChain.EMPTY;
    private List<Snapshot> stored = List.of();

    /** Lets everybody join, one after the other. */
    @Setup
    public void join() {
        var written = new HashMap<EventId, Snapshot>();
        for (int number = 0; number < members; number++) {
            var event = event(number);
            var member =
                    new StateTuple(EventType.MEMBER, SignedRoom.user(number).toString());
            chain = chain.append(event, StateDelta.setting(member, event));
            written.put(event, chain.latest());
        }
        stored = read(written, chain.id());
    }

    /** Ids as long as those of events are. */
    private static EventId event(int number) {
        return new EventId("$%043d".formatted(number));
    }

    private static List<Snapshot> read(Map<EventId, Snapshot> written, Optional<EventId> latest) {
        var links = new ArrayList<Snapshot>();
        for (var name = latest; name.isPresent(); name = links.getLast().base()) {
            links.add(written.get(name.get()));
        }
        return links;
    }

    /** The topic changes: the next snapshot as it is stored. */
    @Benchmark
    public Snapshot change() {
        var event = event(members);
        return chain.append(event, StateDelta.setting(topic, event)).latest();
    }

    /** The state is made from what was stored. */
    @Benchmark
    public StateMap load() {
        return SnapshotChain.of(stored).state();
    }

    /** One member is looked up. */
    @Benchmark
    public Optional<EventId> find() {
        return chain.state()
                .get(new StateTuple(
                        EventType.MEMBER, SignedRoom.user(members / 2).toString()));
    }
}
