package org.hirundo.benchmark;

import java.util.concurrent.TimeUnit;
import org.hirundo.domain.auth.Verdict;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The authorisation rules of the default room version, in a room of a thousand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AuthorisationBenchmark {

    private static final int MEMBERS = 1_000;

    private final SignedRoom room = SignedRoom.of(RoomVersion.DEFAULT, MEMBERS);
    private final Event message = room.draft(room.message(SignedRoom.user(1), "hello"));
    private final Event join = member(MEMBERS + 1, "join", MEMBERS + 1);
    private final Event ban = member(0, "ban", 1);
    private final Event powerLevels = room.draft(EventDraft.state(
            room.id(),
            SignedRoom.CREATOR,
            EventType.POWER_LEVELS,
            "",
            JsonObject.of("users", JsonObject.EMPTY.with(SignedRoom.user(1).toString(), 50))));

    private Event member(int sender, String membership, int target) {
        return room.draft(EventDraft.state(
                room.id(),
                SignedRoom.user(sender),
                EventType.MEMBER,
                SignedRoom.user(target).toString(),
                JsonObject.of("membership", membership)));
    }

    /** Somebody says something. */
    @Benchmark
    public Verdict message() {
        return room.check(message);
    }

    /** Somebody joins. */
    @Benchmark
    public Verdict join() {
        return room.check(join);
    }

    /** The creator bans somebody. */
    @Benchmark
    public Verdict ban() {
        return room.check(ban);
    }

    /** The creator changes power levels. */
    @Benchmark
    public Verdict powerLevels() {
        return room.check(powerLevels);
    }
}
