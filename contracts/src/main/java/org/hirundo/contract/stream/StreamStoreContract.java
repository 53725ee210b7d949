package org.hirundo.contract.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.hirundo.application.port.receipt.ReceiptStore.Placed;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.DeviceKeysChange;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.StreamStore;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.port.todevice.ToDeviceStore.Waiting;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link StreamStore} guarantees of positions, and of what is visible after a commit. */
public abstract class StreamStoreContract extends StorageContract {

    private StreamStore store() {
        return storage().stream();
    }

    private List<CommitOutcome> commit(DurableChange... changes) {
        return store().commit(List.of(changes));
    }

    private static Committed at(long first, long last) {
        return new Committed(new StreamPosition(first), new StreamPosition(last));
    }

    private static AccountDataChange accountData(UserId user, long number) {
        return new AccountDataChange(user, Optional.empty(), "m.direct", Contents.numbered(number));
    }

    private static ToDeviceSend toPhone(long number) {
        var message = new Message(Users.ALICE, Devices.PHONE, Users.BOB, "m.dummy", Contents.numbered(number));
        return new ToDeviceSend(List.of(message), Optional.empty());
    }

    @Test
    void an_empty_stream_is_at_its_start() {
        assertThat(store().position()).isEqualTo(StreamPosition.START);
    }

    @Test
    void a_commit_of_nothing_changes_nothing() {
        assertThat(commit()).isEmpty();

        assertThat(store().position()).isEqualTo(StreamPosition.START);
    }

    @Test
    void a_room_commit_gets_a_position_for_each_event_and_every_other_change_one() {
        var room = new GrowingRoom(Rooms.ATTIC);
        var receipt = new ReceiptChange(
                Rooms.ATTIC,
                Users.ALICE,
                "m.read",
                Optional.empty(),
                room.join(Users.ALICE).id(),
                1);

        assertThat(commit(
                        accountData(Users.ALICE, 1),
                        room.commit(room.join(Users.ALICE), room.join(Users.BOB), room.join(Users.CAROL)),
                        receipt,
                        new ToDeviceSend(List.of(), Optional.empty()),
                        new DeviceKeysChange(Users.ALICE, Map.of(), Map.of()),
                        room.commit(room.message(Users.ALICE, Contents.numbered(1)))))
                .containsExactly(at(1, 1), at(2, 4), at(5, 5), at(6, 6), at(7, 7), at(8, 8));
        assertThat(store().position()).isEqualTo(new StreamPosition(8));
    }

    @Test
    void the_next_commit_goes_on_where_the_last_one_ended() {
        commit(accountData(Users.ALICE, 1), accountData(Users.ALICE, 2));

        assertThat(commit(accountData(Users.ALICE, 3))).containsExactly(at(3, 3));
        assertThat(store().position()).isEqualTo(new StreamPosition(3));
    }

    @Test
    void everything_of_a_commit_is_visible_afterwards() {
        var room = new GrowingRoom(Rooms.ATTIC);
        var join = room.join(Users.ALICE);
        var created = room.commit(join);
        var receipt = new ReceiptChange(Rooms.ATTIC, Users.ALICE, "m.read", Optional.empty(), join.id(), 1);
        var message = toPhone(7);

        commit(
                created,
                accountData(Users.ALICE, 1),
                receipt,
                message,
                new DeviceKeysChange(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(5)), Map.of()));

        var now = store().position();
        assertThat(storage().rooms().head(Rooms.ATTIC)).isPresent();
        assertThat(storage().events().events(Set.of(join.id()))).containsOnlyKeys(join.id());
        assertThat(storage().memberships().roomsOf(Users.ALICE)).containsOnlyKeys(Rooms.ATTIC);
        assertThat(storage().accountData().find(Users.ALICE, Optional.empty(), "m.direct"))
                .contains(Contents.numbered(1));
        assertThat(storage().receipts().of(Users.ALICE, Set.of(Rooms.ATTIC)))
                .isEqualTo(Map.of(Rooms.ATTIC, List.of(new Placed(receipt, new StreamPosition(3)))));
        assertThat(storage().toDevice().inbox(Users.ALICE, Devices.PHONE, StreamPosition.START, now, 10))
                .containsExactly(
                        new Waiting(new StreamPosition(4), message.messages().getFirst()));
        assertThat(storage().deviceKeys().deviceKeys(Set.of(Users.ALICE)))
                .isEqualTo(Map.of(Users.ALICE, Map.of(Devices.PHONE, Contents.numbered(5))));
        assertThat(storage().deviceKeys().changed(StreamPosition.START, now)).containsExactly(Users.ALICE);
    }

    @Test
    void changes_of_the_same_thing_apply_in_their_order() {
        commit(accountData(Users.ALICE, 1), accountData(Users.BOB, 2), accountData(Users.ALICE, 3));

        var changed = storage().accountData().changed(Users.ALICE, StreamPosition.START, store().position());
        assertThat(changed).singleElement().satisfies(entry -> {
            assertThat(entry.content()).isEqualTo(Contents.numbered(3));
            assertThat(entry.position()).isEqualTo(new StreamPosition(3));
        });
    }

    @Test
    void a_room_is_created_and_grows_in_one_call() {
        var room = new GrowingRoom(Rooms.ATTIC);
        var changes = new ArrayList<DurableChange>();
        changes.add(room.commit(room.join(Users.ALICE)));
        for (int number = 0; number < 20; number++) {
            changes.add(room.commit(
                    room.join(Users.user("user" + number)), room.message(Users.ALICE, Contents.numbered(number))));
        }

        var outcomes = store().commit(changes);

        assertThat(outcomes).hasSize(21).hasOnlyElementsOfType(Committed.class).endsWith(at(40, 41));
        var head = storage().rooms().head(Rooms.ATTIC).orElseThrow();
        assertThat(head.revision()).isEqualTo(21);
        assertThat(head.currentState().getFirst()).isEqualTo(room.state().latest());
        assertThat(storage().memberships().membersOf(Rooms.ATTIC)).hasSize(21);
    }

    @Test
    void hundreds_of_changes_are_one_call() {
        var changes = new ArrayList<DurableChange>();
        for (int number = 0; number < 300; number++) {
            var room = new GrowingRoom(Rooms.room("room" + number));
            changes.add(room.commit(room.join(Users.ALICE), room.message(Users.ALICE, Contents.numbered(number))));
            changes.add(accountData(Users.user("user" + number), number));
        }

        var outcomes = store().commit(changes);

        assertThat(outcomes).hasSize(600).hasOnlyElementsOfType(Committed.class).endsWith(at(900, 900));
        assertThat(storage().memberships().roomsOf(Users.ALICE)).hasSize(300);
    }

    @Test
    void concurrent_commits_get_positions_without_gaps_each_call_in_one_piece() {
        var pieces = Concurrently.call(16, caller -> {
            var user = Users.user("user" + caller);
            return commit(accountData(user, 1), accountData(user, 2), accountData(user, 3)).stream()
                    .map(outcome -> ((Committed) outcome).first().value())
                    .toList();
        });

        assertThat(pieces).allSatisfy(piece -> assertThat(piece)
                .containsExactly(piece.getFirst(), piece.getFirst() + 1, piece.getFirst() + 2));
        assertThat(pieces.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 48).boxed().toList());
        assertThat(store().position()).isEqualTo(new StreamPosition(48));
    }

    @Test
    void whoever_sees_a_position_sees_all_before_it() {
        var seen = Concurrently.call(12, caller -> {
            commit(toPhone(caller));
            var position = store().position();
            var positions =
                    storage().toDevice().inbox(Users.ALICE, Devices.PHONE, StreamPosition.START, position, 100).stream()
                            .map(waiting -> waiting.position().value())
                            .toList();
            return Map.entry(position.value(), positions);
        });

        assertThat(seen).allSatisfy(reading -> assertThat(reading.getValue())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, reading.getKey()).boxed().toList()));
    }
}
