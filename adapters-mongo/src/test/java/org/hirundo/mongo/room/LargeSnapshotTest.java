package org.hirundo.mongo.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.Standing;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.domain.state.StateDelta;
import org.hirundo.mongo.EmptyStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LargeSnapshotTest {

    @RegisterExtension
    private static final EmptyStorage MONGO = new EmptyStorage();

    @Test
    void a_state_beyond_the_size_of_a_document_comes_back() {
        var set = new HashMap<StateTuple, EventId>();
        for (int number = 0; number < 80_000; number++) {
            var user = "@" + "u".repeat(200) + number + ":hirundo.example";
            set.put(new StateTuple(EventType.MEMBER, user), new EventId("$" + number));
        }
        var delta = new StateDelta(set, Set.of());
        assertThat(SnapshotCodec.encode(delta)).hasSizeGreaterThan(2 * SnapshotDocument.LARGEST_PART);

        var room = new GrowingRoom(Rooms.ATTIC);
        var event = room.join(Users.ALICE);
        var snapshot = new Snapshot(event.id(), 1, Optional.empty(), delta);
        MONGO.storage().stream().commit(List.of(commit(room.commit(event), snapshot)));

        assertThat(MONGO.storage().rooms().head(Rooms.ATTIC).orElseThrow().currentState())
                .containsExactly(snapshot);
        assertThat(MONGO.storage().rooms().snapshots(Set.of(event.id())).get(event.id()))
                .containsExactly(snapshot);
    }

    private static RoomCommit commit(RoomCommit small, Snapshot snapshot) {
        var event = small.events().getFirst().event();
        return new RoomCommit(
                small.room(),
                small.version(),
                0,
                List.of(new RoomCommit.NewEvent(
                        event, Standing.ACCEPTED, snapshot.id(), snapshot.id(), Optional.empty())),
                List.of(snapshot),
                Set.of(event.id()),
                Optional.of(snapshot.id()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
