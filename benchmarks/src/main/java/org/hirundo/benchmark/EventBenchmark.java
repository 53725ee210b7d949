package org.hirundo.benchmark;

import java.util.concurrent.TimeUnit;
import org.hirundo.domain.crypto.Verification;
import org.hirundo.domain.event.ContentHash;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventSignatures;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.RoomVersion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An event is made, or comes from elsewhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EventBenchmark {

    private static final RoomVersion VERSION = RoomVersion.DEFAULT;

    private final SignedRoom room = SignedRoom.of(VERSION, 1);
    private final Event event = room.says(SignedRoom.user(1), "hello");
    private final byte[] bytes = event.bytes();
    private final byte[] publicKey = SignedRoom.KEY.publicKey(SignedRoom.ED25519);

    /** Drafts, hashes and signs. */
    @Benchmark
    public Event buildHashSign() {
        return room.draft(room.message(SignedRoom.user(1), "hello"));
    }

    /** Reads, checks the format, and works out the id. */
    @Benchmark
    public Event parseAndName() {
        return VERSION.events().parse(JsonParser.parseObject(bytes));
    }

    /** Compares the hash of the content. */
    @Benchmark
    public boolean checkHash() {
        return ContentHash.matches(event);
    }

    /** Redacts and verifies the signature. */
    @Benchmark
    public Verification verifySignature() {
        return EventSignatures.of(event).verify(SignedRoom.SERVER, SignedRoom.KEY.id(), publicKey, SignedRoom.ED25519);
    }

    /** What a store does: gives an event its bytes and looks at nothing but the sender. */
    @Benchmark
    public Object readStored() {
        return Event.ofStored(event.id(), VERSION, bytes).sender();
    }
}
