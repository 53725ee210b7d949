package org.hirundo.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.event.TimelineRange;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.testdb.Mongod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while several write; nothing that was acknowledged may be gone, and no commit half there. */
class CrashTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final int WRITERS = 4;
    private static final int COMMITS_BEFORE_KILL = 150;
    private static final StreamPosition FAR = new StreamPosition(Long.MAX_VALUE);

    /** What the storage said it had committed. */
    private final ConcurrentHashMap<EventId, StreamPosition> acknowledged = new ConcurrentHashMap<>();

    @Test
    void nothing_acknowledged_is_lost(@TempDir Path data) throws Exception {
        assumeTrue(Mongod.isAvailable(), "mongod is fetched for Linux on x86-64 only");
        int port = Mongod.freePort();
        for (int kill = 1; kill <= KILLS; kill++) {
            var mongod = Mongod.replicaSet(data, port);
            writeUntilKilled(mongod, kill);
            try (var again = Mongod.replicaSet(data, port);
                    var storage = open(again)) {
                check(storage);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * COMMITS_BEFORE_KILL);
    }

    private static Storage open(Mongod mongod) {
        return MongoStorage.open(new MongoConfig(mongod.uri() + "&serverSelectionTimeoutMS=1000", "crash"));
    }

    private void writeUntilKilled(Mongod mongod, int kill) throws Exception {
        var enough = new CountDownLatch(COMMITS_BEFORE_KILL);
        var running = new ArrayList<Future<?>>();
        try (var storage = open(mongod);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                var room = Rooms.room("room" + kill + "-" + writer);
                running.add(writers.submit(() -> write(storage, room, enough)));
            }
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            mongod.kill();
            for (var writer : running) {
                writer.get();
            }
        }
    }

    /** Commits two events at a time, one of them a membership, until the storage is gone. */
    private void write(Storage storage, RoomId id, CountDownLatch enough) {
        var room = new GrowingRoom(id);
        try {
            for (int number = 0; ; number++) {
                var commit = room.commit(
                        room.join(Users.user("user" + number)), room.message(Users.ALICE, Contents.numbered(number)));
                if (storage.stream().commit(List.of(commit)).getFirst() instanceof Committed(var first, var last)) {
                    acknowledge(commit, first, last);
                    enough.countDown();
                }
            }
        } catch (StorageUnavailable killed) {
            // The end of the writer, and what this test is about.
            return;
        }
    }

    private void acknowledge(RoomCommit commit, StreamPosition first, StreamPosition last) {
        acknowledged.put(commit.events().getFirst().event().id(), first);
        acknowledged.put(commit.events().getLast().event().id(), last);
    }

    private void check(Storage storage) {
        var found = storage.events().events(acknowledged.keySet());
        assertThat(found).hasSameSizeAs(acknowledged);
        found.forEach((id, event) -> assertThat(event.position()).isEqualTo(acknowledged.get(id)));
        var rooms = found.values().stream().map(event -> event.event().roomId()).collect(Collectors.toSet());
        var positions = new ArrayList<Long>();
        for (var room : rooms) {
            var head = storage.rooms().head(room).orElseThrow();
            var range = new TimelineRange(StreamPosition.START, FAR, 100_000);
            var timeline = storage.events().timelines(Map.of(room, range)).get(room);
            timeline.forEach(event -> positions.add(event.position().value()));
            assertThat(timeline).hasSize((int) head.revision() * 2);
            assertThat(head.forwardExtremities())
                    .containsExactly(timeline.getLast().id());
            assertThat(storage.memberships().membersOf(room)).hasSize((int) head.revision());
            assertThat(head.currentState().getFirst().id())
                    .isEqualTo(timeline.get(timeline.size() - 2).id());
        }
        assertThat(storage.stream().position().value()).isEqualTo(positions.size());
        assertThat(positions).doesNotHaveDuplicates();
    }
}
