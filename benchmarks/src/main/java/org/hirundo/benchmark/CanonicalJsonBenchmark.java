package org.hirundo.benchmark;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.RoomVersion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From bytes to values and back to canonical bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CanonicalJsonBenchmark {

    private static final int EVENTS_IN_LIST = 100;

    /** What is read and written. */
    public enum Text {
        /** One message. */
        MESSAGE,
        /** Power levels of two hundred users. */
        POWER_LEVELS,
        /** A list of a hundred messages, which is about a transaction of federation. */
        TRANSACTION
    }

    /** The text. */
    @Param
    public Text text = Text.MESSAGE;

    private byte[] bytes = {};
    private JsonValue value = JsonObject.EMPTY;

    /** Makes the text. */
    @Setup
    public void make() {
        var room = SignedRoom.of(RoomVersion.V11, 1);
        value = switch (text) {
            case MESSAGE -> message(room, 0);
            case POWER_LEVELS -> powerLevels(room);
            case TRANSACTION -> transaction(room);
        };
        bytes = CanonicalJson.strict().bytes(value);
        // What is measured has been read, as everything has that comes from elsewhere.
        value = JsonParser.parse(bytes);
    }

    private static JsonObject message(SignedRoom room, int number) {
        return room.says(SignedRoom.user(1), "The quick brown fox jumps over the lazy dog \uD83E\uDD8A " + number)
                .json();
    }

    private static JsonObject powerLevels(SignedRoom room) {
        var users = JsonObject.builder().put(SignedRoom.CREATOR.toString(), 100);
        for (int number = 1; number <= 200; number++) {
            users.put(SignedRoom.user(number).toString(), number % 100);
        }
        return room.sets(SignedRoom.CREATOR, EventType.POWER_LEVELS, "", JsonObject.of("users", users.build()))
                .json();
    }

    private static JsonArray transaction(SignedRoom room) {
        var events = new ArrayList<JsonObject>();
        for (int number = 0; number < EVENTS_IN_LIST; number++) {
            events.add(message(room, number));
        }
        return JsonArray.of(events, event -> event);
    }

    /** Reads. */
    @Benchmark
    public JsonValue parse() {
        return JsonParser.parse(bytes);
    }

    /** Writes. */
    @Benchmark
    public byte[] write() {
        return CanonicalJson.strict().bytes(value);
    }
}
