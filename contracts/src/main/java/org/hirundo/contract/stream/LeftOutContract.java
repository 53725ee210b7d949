package org.hirundo.contract.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.CommitOutcome.Repeated;
import org.hirundo.application.port.stream.CommitOutcome.StaleHead;
import org.hirundo.application.port.stream.DevicesRemoved;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.StreamStore;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Commits;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link StreamStore} guarantees of the changes that are left out while others of the call are committed. */
public abstract class LeftOutContract extends StorageContract {

    private final GrowingRoom room = new GrowingRoom(Rooms.ATTIC);
    private final RoomCommit created = room.commit(room.join(Users.ALICE));
    private final RoomCommit second = room.commit(room.join(Users.BOB));
    private final RoomCommit third = room.commit(room.message(Users.ALICE, Contents.numbered(3)));
    private final AccountDataChange other =
            new AccountDataChange(Users.ALICE, Optional.empty(), "m.direct", Contents.numbered(1));

    private StreamStore store() {
        return storage().stream();
    }

    private List<CommitOutcome> commit(DurableChange... changes) {
        return store().commit(List.of(changes));
    }

    private static Committed at(long position) {
        return new Committed(new StreamPosition(position), new StreamPosition(position));
    }

    private static ClientTransaction transaction(
            UserId user, DeviceId device, String endpoint, String id, String answer) {
        return new ClientTransaction(user, device, endpoint, new TransactionId(id), answer);
    }

    private static ClientTransaction transaction(String id, String answer) {
        return transaction(Users.ALICE, Devices.PHONE, "send", id, answer);
    }

    private static ToDeviceSend send(ClientTransaction transaction) {
        var message = new Message(Users.BOB, Devices.PHONE, Users.ALICE, "m.dummy", Contents.numbered(1));
        return new ToDeviceSend(List.of(message), Optional.of(transaction));
    }

    private int waitingForBob() {
        return storage()
                .toDevice()
                .inbox(Users.BOB, Devices.PHONE, StreamPosition.START, store().position(), 100)
                .size();
    }

    @Test
    void nothing_is_written_of_a_commit_on_a_revision_that_is_not_the_rooms() {
        commit(created);

        assertThat(commit(Commits.basedOn(RoomRevision.NONE, second))).containsExactly(new StaleHead());
        assertThat(commit(Commits.basedOn(second.result(), second))).containsExactly(new StaleHead());

        var event = second.events().getFirst().event().id();
        assertThat(store().position()).isEqualTo(new StreamPosition(1));
        assertThat(storage().events().events(Set.of(event))).isEmpty();
        assertThat(storage().rooms().snapshots(Set.of(event))).isEmpty();
        assertThat(storage().memberships().membersOf(Rooms.ATTIC)).containsOnlyKeys(Users.ALICE);
        assertThat(storage().rooms().head(Rooms.ATTIC).orElseThrow().revision()).isEqualTo(1);
        assertThat(commit(second)).containsExactly(at(2));
    }

    @Test
    void a_room_that_is_not_known_has_no_revision_but_0() {
        assertThat(commit(second)).containsExactly(new StaleHead());

        assertThat(storage().rooms().head(Rooms.ATTIC)).isEmpty();
        assertThat(commit(created)).containsExactly(at(1));
    }

    @Test
    void rooms_are_told_apart_by_bytes() {
        commit(created);
        var capital = new GrowingRoom(Rooms.CAPITAL_ATTIC);

        assertThat(commit(capital.commit(capital.join(Users.ALICE)))).containsExactly(at(2));
    }

    @Test
    void the_rest_of_the_call_is_committed_without_a_gap() {
        commit(created);
        var barn = new GrowingRoom(Rooms.BARN);

        assertThat(commit(
                        other,
                        third,
                        barn.commit(barn.join(Users.ALICE)),
                        Commits.basedOn(RoomRevision.NONE, second),
                        second,
                        other))
                .containsExactly(at(2), new StaleHead(), at(3), new StaleHead(), at(4), at(5));
        assertThat(store().position()).isEqualTo(new StreamPosition(5));
    }

    @Test
    void of_two_commits_on_the_same_revision_the_first_is_committed() {
        commit(created);
        var rival = new GrowingRoom(Rooms.ATTIC);
        rival.join(Users.ALICE);
        rival.join(Users.BOB);
        var join = rival.join(Users.CAROL);
        var competing = Commits.basedOn(created.result(), rival.commit(join));

        assertThat(commit(second, competing)).containsExactly(at(2), new StaleHead());

        assertThat(storage().memberships().membersOf(Rooms.ATTIC)).containsOnlyKeys(Users.ALICE, Users.BOB);
    }

    @Test
    void what_was_computed_from_a_commit_that_is_left_out_is_left_out_too() {
        assertThat(commit(second, third, other)).containsExactly(new StaleHead(), new StaleHead(), at(1));
    }

    /** Another node's commit came first: this node's next one no longer fits, though the number does. */
    @Test
    void what_was_computed_from_a_commit_that_lost_is_left_out_though_the_room_has_that_number() {
        var rival = new GrowingRoom(Rooms.ATTIC);
        rival.join(Users.ALICE);
        rival.join(Users.BOB);
        var won = Commits.basedOn(created.result(), rival.commit(rival.join(Users.CAROL)));
        commit(created);
        commit(won);

        assertThat(third.basedOn().number()).isEqualTo(won.result().number());
        assertThat(commit(second, third, other)).containsExactly(new StaleHead(), new StaleHead(), at(3));
        assertThat(commit(third)).containsExactly(new StaleHead());

        assertThat(storage().rooms().head(Rooms.ATTIC).orElseThrow().forwardExtremities())
                .isEqualTo(won.forwardExtremities());
        assertThat(storage().memberships().membersOf(Rooms.ATTIC)).containsOnlyKeys(Users.ALICE, Users.CAROL);
    }

    @Test
    void a_room_that_ends_in_several_events_moves_on_from_all_of_them_only() {
        var message = room.message(Users.ALICE, Contents.numbered(4));
        var ends = Set.of(second.events().getLast().event().id(), message.id());
        var forked = Commits.leaving(ends, room.commit(message));
        var merge = room.commit(room.message(Users.BOB, Contents.numbered(5)));
        commit(created, second, third, forked);

        assertThat(commit(merge)).containsExactly(new StaleHead());
        assertThat(commit(Commits.basedOn(forked.result(), merge))).containsExactly(at(5));
    }

    @Test
    void a_commit_on_the_rooms_revision_is_committed_whatever_was_left_out_before() {
        commit(created, second);

        assertThat(commit(second, third)).containsExactly(new StaleHead(), at(3));
    }

    @Test
    void one_of_many_concurrent_commits_moves_the_room() {
        commit(created);

        var outcomes = Concurrently.call(12, caller -> {
            var branch = new GrowingRoom(Rooms.ATTIC);
            branch.join(Users.ALICE);
            for (int skipped = 0; skipped < caller; skipped++) {
                branch.message(Users.ALICE, Contents.numbered(skipped));
            }
            var joined = branch.commit(branch.join(Users.user("user" + caller)));
            return commit(Commits.basedOn(created.result(), joined)).getFirst();
        });

        assertThat(outcomes).containsOnlyOnce(at(2));
        assertThat(outcomes.stream().filter(StaleHead.class::isInstance)).hasSize(11);
        assertThat(storage().memberships().membersOf(Rooms.ATTIC)).hasSize(2);
        assertThat(store().position()).isEqualTo(new StreamPosition(2));
    }

    @Test
    @Tag("easily-missed-3")
    void a_client_transaction_is_committed_once_and_answered_as_the_first_time() {
        commit(created, Commits.sentWith(transaction("1", "first answer"), second));

        assertThat(commit(Commits.sentWith(transaction("1", "second answer"), third)))
                .containsExactly(new Repeated("first answer"));

        assertThat(store().position()).isEqualTo(new StreamPosition(2));
        assertThat(storage().rooms().head(Rooms.ATTIC).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void a_known_transaction_is_answered_even_if_the_room_moved() {
        commit(created, Commits.sentWith(transaction("1", "answer"), second));

        assertThat(commit(Commits.sentWith(transaction("1", "another"), second)))
                .containsExactly(new Repeated("answer"));
    }

    @Test
    void messages_to_devices_are_sent_once_too() {
        assertThat(commit(send(transaction("1", "")))).containsExactly(at(1));
        assertThat(commit(send(transaction("1", "")))).containsExactly(new Repeated(""));

        assertThat(waitingForBob()).isEqualTo(1);
    }

    @Test
    void a_transaction_given_twice_in_one_call_is_committed_once() {
        assertThat(commit(send(transaction("1", "first")), send(transaction("1", "second")), other))
                .containsExactly(at(1), new Repeated("first"), at(2));

        assertThat(waitingForBob()).isEqualTo(1);
    }

    @Test
    void what_was_computed_from_a_repetition_is_left_out() {
        commit(created, send(transaction("1", "answer")));

        assertThat(commit(Commits.sentWith(transaction("1", "another"), second), third))
                .containsExactly(new Repeated("answer"), new StaleHead());
    }

    @Test
    void the_transaction_of_a_commit_that_is_left_out_may_be_tried_again() {
        commit(created);

        assertThat(commit(Commits.sentWith(transaction("1", "answer"), third))).containsExactly(new StaleHead());
        assertThat(commit(Commits.sentWith(transaction("1", "answer"), second))).containsExactly(at(2));
    }

    @Test
    @Tag("easily-missed-3")
    void transactions_of_other_users_devices_endpoints_and_ids_are_others() {
        var longest = "e".repeat(255);
        var transactions = List.of(
                transaction(Users.ALICE, Devices.PHONE, "send", "1", ""),
                transaction(Users.CAPITAL_ALICE, Devices.PHONE, "send", "1", ""),
                transaction(Users.ALICE, Devices.SMALL_PHONE, "send", "1", ""),
                transaction(Users.ALICE, Devices.PHONE, "Send", "1", ""),
                transaction(Users.ALICE, Devices.PHONE, "send", "1 ", ""),
                transaction(Users.ALICE, Devices.PHONE, "send", "a", ""),
                transaction(Users.ALICE, Devices.PHONE, "send", "A", ""),
                transaction(Users.ALICE, Devices.PHONE, "send", "\uD83D\uDE00", ""),
                transaction(Users.LONGEST, Devices.LONGEST, longest, "t".repeat(255), ""),
                transaction(Users.LONGEST, Devices.LONGEST, longest, "t".repeat(254), ""));

        assertThat(transactions)
                .allSatisfy(sent -> assertThat(commit(send(sent))).hasOnlyElementsOfType(Committed.class));
        assertThat(transactions)
                .allSatisfy(sent -> assertThat(commit(send(sent))).containsExactly(new Repeated("")));
        assertThat(waitingForBob()).isEqualTo(transactions.size());
    }

    /** A device that gets the id later begins anew: its first transactions are no repetitions. */
    @Test
    void the_transactions_of_a_removed_device_are_forgotten_those_of_the_same_call_too() {
        var sent = Commits.transaction(Users.ALICE, Devices.PHONE, "1", second);
        var event = second.events().getFirst().event().id();
        commit(created, Commits.sentWith(sent, second));
        commit(
                send(transaction(Users.ALICE, Devices.SMALL_PHONE, "send", "1", "")),
                send(transaction(Users.BOB, Devices.PHONE, "send", "1", "")));

        commit(
                send(transaction("2", "")),
                new DevicesRemoved(Users.ALICE, Set.of(Devices.PHONE, Devices.device("unknown"))));

        assertThat(storage().events().transactions(Users.ALICE, Devices.PHONE, Set.of(event)))
                .isEmpty();
        assertThat(List.of(transaction("1", ""), transaction("2", "")))
                .allSatisfy(again -> assertThat(commit(send(again))).hasOnlyElementsOfType(Committed.class));
        assertThat(List.of(
                        transaction(Users.ALICE, Devices.SMALL_PHONE, "send", "1", ""),
                        transaction(Users.BOB, Devices.PHONE, "send", "1", "")))
                .allSatisfy(kept -> assertThat(commit(send(kept))).containsExactly(new Repeated("")));
    }

    @Test
    void one_of_many_concurrent_repetitions_is_committed() {
        var outcomes = Concurrently.call(
                12, caller -> commit(send(transaction("1", "answer"))).getFirst());

        assertThat(outcomes).containsOnlyOnce(at(1));
        assertThat(outcomes.stream().filter(new Repeated("answer")::equals)).hasSize(11);
        assertThat(waitingForBob()).isEqualTo(1);
    }
}
