package org.hirundo.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.membership.JoinRoom;
import org.hirundo.application.port.Storage;
import org.hirundo.application.room.CreateRoom;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.Sync;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.sync.SyncRequest;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.contract.story.Server;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.room.RoomPreset;
import org.hirundo.domain.sync.Filter;
import org.hirundo.jpa.JpaConfig;
import org.hirundo.jpa.JpaStorage;
import org.hirundo.jpa.connection.Provider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a sync answers, up to where it would be written out: twenty rooms of twenty with twenty messages each, on SQLite. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SyncBenchmark {

    private static final int COUNT = 20;
    private static final int CONNECTIONS = 4;

    private final Path folder = newFolder();
    private final Storage storage = JpaStorage.open(
            new JpaConfig("jdbc:sqlite:" + folder.resolve("server.sqlite"), "", "", Provider.ECLIPSELINK, CONNECTIONS));
    private final Server server = Server.on(storage);
    private final Requester reader = Server.user("user1");
    private Optional<SyncToken> beforeMessage = Optional.empty();
    private Optional<SyncToken> now = Optional.empty();

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("hirundo-benchmark");
        } catch (IOException failure) {
            throw new IllegalStateException("No folder for the database", failure);
        }
    }

    /** Lets everybody join and speak. */
    @Setup
    public void talk() {
        var rooms = new ArrayList<RoomId>();
        for (int number = 0; number < COUNT; number++) {
            rooms.add(server.get(CreateRoom.class).create(publicRoom(Server.user("user0"))));
        }
        for (var room : rooms) {
            for (int number = 1; number < COUNT; number++) {
                server.get(JoinRoom.class)
                        .join(new JoinRoom.Join(
                                Server.user("user" + number), new RoomReference.ById(room), Optional.empty()));
            }
            for (int number = 0; number < COUNT; number++) {
                say(room, Server.user("user" + number), "message " + number);
            }
        }
        beforeMessage = Optional.of(sync(Optional.empty()).nextBatch());
        say(rooms.getFirst(), Server.user("user0"), "news");
        now = Optional.of(sync(beforeMessage).nextBatch());
    }

    private static NewRoom publicRoom(Requester creator) {
        return NewRoom.by(creator).preset(RoomPreset.PUBLIC_CHAT).build();
    }

    private void say(RoomId room, Requester user, String text) {
        server.get(SendMessage.class)
                .send(new SendMessage.Send(
                        user,
                        room,
                        EventType.MESSAGE,
                        new TransactionId(text),
                        JsonObject.of("msgtype", "m.text").with("body", text)));
    }

    private SyncAnswer sync(Optional<SyncToken> since) {
        return server.get(Sync.class)
                .sync(new SyncRequest(reader, since, Filter.ALL, false, false, Duration.ZERO, Presence.OFFLINE));
    }

    /** Stops the server. */
    @TearDown
    public void stop() {
        server.close();
        storage.close();
    }

    /** All rooms. */
    @Benchmark
    public SyncAnswer initial() {
        return sync(Optional.empty());
    }

    /** One message. */
    @Benchmark
    public SyncAnswer oneMessage() {
        return sync(beforeMessage);
    }

    /** Nothing. */
    @Benchmark
    public SyncAnswer nothing() {
        return sync(now);
    }
}
