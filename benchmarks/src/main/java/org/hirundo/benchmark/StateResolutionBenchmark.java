package org.hirundo.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.state.StateMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The states of a room of a thousand whose servers did not see each other for a while. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StateResolutionBenchmark {

    private static final int MEMBERS = 1_000;
    private static final int STORM = 500;
    private static final int WAR = 200;
    private static final int FORKS = 20;

    /** What happened meanwhile. */
    public enum Meanwhile {
        /** Both sides set the topic; the everyday case. */
        TOPIC_ON_BOTH_SIDES,
        /** On each side five hundred others joined. */
        MANY_JOINS,
        /** On each side the power levels were changed two hundred times, each change by right of the one before. */
        POWER_STRUGGLE,
        /** Twenty sides, on each of which somebody was banned and the topic was set. */
        TWENTY_SIDES
    }

    /** The room version: the algorithms are 2 and 2.1. */
    @Param({"11", "12"})
    public String version = "12";

    /** What happened. */
    @Param
    public Meanwhile meanwhile = Meanwhile.TOPIC_ON_BOTH_SIDES;

    private RoomVersion roomVersion = RoomVersion.DEFAULT;
    private SignedRoom room = SignedRoom.of(RoomVersion.DEFAULT, 0);
    private List<StateMap> states = List.of();

    /** Lets it happen. */
    @Setup
    public void happen() {
        roomVersion = RoomVersion.of(version).orElseThrow();
        room = SignedRoom.of(roomVersion, MEMBERS);
        var sides = IntStream.range(0, meanwhile == Meanwhile.TWENTY_SIDES ? FORKS : 2)
                .mapToObj(side -> room.fork())
                .toList();
        for (int number = 0; number < sides.size(); number++) {
            happen(sides.get(number), number);
        }
        states = sides.stream().map(SignedRoom::state).toList();
    }

    private void happen(SignedRoom side, int number) {
        switch (meanwhile) {
            case TOPIC_ON_BOTH_SIDES -> topic(side, number);
            case MANY_JOINS -> {
                for (int joined = 1; joined <= STORM; joined++) {
                    side.joins(SignedRoom.user(MEMBERS + number * STORM + joined));
                }
            }
            case POWER_STRUGGLE -> {
                for (int change = 1; change <= WAR; change++) {
                    levels(side, 1 + number * WAR + change);
                }
            }
            case TWENTY_SIDES -> {
                ban(side, 1 + number);
                topic(side, number);
            }
        }
    }

    private static void topic(SignedRoom side, int number) {
        side.sets(SignedRoom.CREATOR, EventType.TOPIC, "", JsonObject.of("topic", "Side " + number));
    }

    private static void ban(SignedRoom side, int user) {
        side.sets(
                SignedRoom.CREATOR,
                EventType.MEMBER,
                SignedRoom.user(user).toString(),
                JsonObject.of("membership", "ban"));
    }

    private void levels(SignedRoom side, int user) {
        var users = JsonObject.EMPTY.with(SignedRoom.user(user).toString(), 50);
        side.sets(
                SignedRoom.CREATOR,
                EventType.POWER_LEVELS,
                "",
                JsonObject.of(
                        "users",
                        roomVersion.levels().creatorsOutrank()
                                ? users
                                : users.with(SignedRoom.CREATOR.toString(), 100)));
    }

    /** Makes one state of all. */
    @Benchmark
    public StateMap resolve() {
        return roomVersion.resolution().resolve(new ArrayList<>(states), room);
    }
}
