package org.hirundo.mongo.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.ClientTransaction;
import org.hirundo.application.port.stream.CommitOutcome;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.CommitOutcome.Repeated;
import org.hirundo.application.port.stream.CommitOutcome.StaleHead;
import org.hirundo.application.port.stream.DurableChange;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomRevision;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend;
import org.hirundo.contract.fixture.Commits;
import org.hirundo.contract.fixture.Contents;
import org.hirundo.contract.fixture.Devices;
import org.hirundo.contract.fixture.GrowingRoom;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.mongo.transaction.TransactionKey;
import org.junit.jupiter.api.Test;

class CommitPlanTest {

    private static final long BEFORE = 100;

    private final GrowingRoom room = new GrowingRoom(Rooms.ATTIC);
    private final RoomCommit created = room.commit(room.join(Users.ALICE), room.join(Users.BOB));
    private final RoomCommit second = room.commit(room.message(Users.ALICE, Contents.numbered(2)));
    private final RoomCommit third = room.commit(room.message(Users.ALICE, Contents.numbered(3)));
    private final AccountDataChange accountData =
            new AccountDataChange(Users.ALICE, Optional.empty(), "m.direct", Contents.numbered(1));

    private static List<CommitOutcome> outcomes(Known known, DurableChange... changes) {
        return new CommitPlan(List.of(changes), known).outcomesAfter(BEFORE);
    }

    private static Known revision(RoomRevision revision) {
        return new Known(Map.of(Rooms.ATTIC, revision), Map.of());
    }

    private static Committed at(long first, long last) {
        return new Committed(new StreamPosition(BEFORE + first), new StreamPosition(BEFORE + last));
    }

    private static ToDeviceSend send(String transaction, String answer) {
        return new ToDeviceSend(
                List.of(),
                Optional.of(new ClientTransaction(
                        Users.ALICE, Devices.PHONE, "sendToDevice", new TransactionId(transaction), answer)));
    }

    @Test
    void a_room_commit_takes_a_position_for_each_event_and_another_change_one() {
        assertThat(outcomes(new Known(Map.of(), Map.of()), created, accountData, second))
                .containsExactly(at(1, 2), at(3, 3), at(4, 4));
    }

    @Test
    void commits_that_are_left_out_take_no_position() {
        assertThat(outcomes(revision(second.result()), second, accountData, third))
                .containsExactly(new StaleHead(), at(1, 1), at(2, 2));
    }

    @Test
    void what_was_based_on_a_commit_that_is_left_out_is_left_out_too() {
        assertThat(outcomes(revision(third.result()), created, second, third))
                .containsExactly(new StaleHead(), new StaleHead(), new StaleHead());
    }

    @Test
    void a_commit_on_one_that_is_left_out_does_not_take_anothers_of_the_same_number_for_it() {
        var another = created.basedOn().next(Set.of(new EventId("$another")));

        assertThat(outcomes(revision(another), created, second)).containsExactly(new StaleHead(), new StaleHead());
    }

    @Test
    void of_two_commits_on_the_same_revision_the_first_is_committed() {
        assertThat(outcomes(revision(created.result()), second, second)).containsExactly(at(1, 1), new StaleHead());
    }

    @Test
    void a_room_that_is_known_is_not_created_again_nor_one_that_is_not_known_written() {
        assertThat(outcomes(revision(third.result()), created)).containsExactly(new StaleHead());
        assertThat(outcomes(new Known(Map.of(), Map.of()), second)).containsExactly(new StaleHead());
    }

    @Test
    void a_known_transaction_is_answered_as_before_even_if_the_room_moved() {
        var sent = send("1", "new answer");
        var key = TransactionKey.of(sent.transaction().orElseThrow());
        var known = new Known(Map.of(), Map.of(key, "old answer"));

        assertThat(outcomes(known, sent, Commits.sentWith(sent.transaction().orElseThrow(), second)))
                .containsExactly(new Repeated("old answer"), new Repeated("old answer"));
    }

    @Test
    void a_transaction_given_twice_is_committed_once() {
        assertThat(outcomes(revision(created.result()), send("1", "first"), send("1", "second"), send("2", "third")))
                .containsExactly(at(1, 1), new Repeated("first"), at(2, 2));
    }

    @Test
    void the_transaction_of_a_commit_that_is_left_out_is_not_known() {
        var sent = send("1", "answer");

        assertThat(outcomes(
                        revision(third.result()),
                        Commits.sentWith(sent.transaction().orElseThrow(), second),
                        sent))
                .containsExactly(new StaleHead(), at(1, 1));
    }

    @Test
    void the_usual_case_is_that_rooms_are_where_their_first_commits_begin() {
        var changes = List.<DurableChange>of(second, third, accountData);

        assertThat(Known.inTheUsualCase(changes)).isEqualTo(revision(created.result()));
        assertThat(new CommitPlan(changes, Known.inTheUsualCase(changes)).positions())
                .isEqualTo(3);
    }
}
