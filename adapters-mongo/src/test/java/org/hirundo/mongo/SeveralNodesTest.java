package org.hirundo.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.CommitOutcome.StaleHead;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.testdb.MongoServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several servers that share a database. */
class SeveralNodesTest {

    private static final int NODES = 3;

    private final MongoConfig config =
            new MongoConfig(MongoServer.shared().uri(), MongoServer.shared().newDatabaseName());
    private final List<Storage> nodes = IntStream.range(0, NODES)
            .mapToObj(node -> MongoStorage.open(config))
            .toList();

    @AfterEach
    void close() {
        nodes.forEach(Storage::close);
    }

    private Storage node(int caller) {
        return nodes.get(caller % NODES);
    }

    @Test
    void positions_have_no_gap_and_none_is_given_twice() {
        var positions = Concurrently.call(24, caller -> {
            var change = new AccountDataChange(
                    Users.user("user" + caller), Optional.empty(), "m.direct", Contents.numbered(caller));
            return node(caller).stream().commit(List.of(change, change)).stream()
                    .map(outcome -> ((Committed) outcome).first().value())
                    .toList();
        });

        assertThat(positions).allSatisfy(two -> assertThat(two.getLast()).isEqualTo(two.getFirst() + 1));
        assertThat(positions.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 48).boxed().toList());
        assertThat(node(0).stream().position()).isEqualTo(new StreamPosition(48));
    }

    @Test
    void one_of_many_moves_the_room() {
        var room = new GrowingRoom(Rooms.ATTIC);
        node(0).stream().commit(List.of(room.commit(room.join(Users.ALICE))));
        var drafts =
                IntStream.range(0, 12).mapToObj(number -> competing(number)).toList();

        var outcomes = Concurrently.call(12, caller -> node(caller).stream()
                .commit(List.of(drafts.get(caller)))
                .getFirst());

        assertThat(outcomes.stream().filter(Committed.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(StaleHead.class::isInstance)).hasSize(11);
        assertThat(node(1).rooms().head(Rooms.ATTIC).orElseThrow().revision()).isEqualTo(2);
        assertThat(node(1).stream().position()).isEqualTo(new StreamPosition(2));
    }

    /** A second commit of the room, unlike all others. */
    private static DurableChange competing(int number) {
        var branch = new GrowingRoom(Rooms.ATTIC);
        var _ = branch.commit(branch.join(Users.ALICE));
        for (int skipped = 0; skipped < number; skipped++) {
            branch.message(Users.ALICE, Contents.numbered(skipped));
        }
        return branch.commit(branch.message(Users.ALICE, Contents.numbered(number)));
    }

    @Test
    void one_of_many_creates_the_room() {
        var outcomes = Concurrently.call(12, caller -> {
            var room = new GrowingRoom(Rooms.ATTIC);
            return node(caller).stream()
                    .commit(List.of(room.commit(room.join(Users.user("user" + caller)))))
                    .getFirst();
        });

        assertThat(outcomes.stream().filter(Committed.class::isInstance)).hasSize(1);
        assertThat(node(0).memberships().membersOf(Rooms.ATTIC)).hasSize(1);
    }

    @Test
    void what_one_node_committed_another_reads() {
        var room = new GrowingRoom(Rooms.ATTIC);
        node(0).stream().commit(List.of(room.commit(room.join(Users.ALICE))));

        assertThat(node(1).rooms().head(Rooms.ATTIC)).isEqualTo(node(0).rooms().head(Rooms.ATTIC));
        assertThat(node(2).memberships().roomsOf(Users.ALICE)).containsOnlyKeys(Rooms.ATTIC);
    }
}
