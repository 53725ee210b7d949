package org.hirundo.contract.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.receipt.ReceiptStore.Placed;
import org.hirundo.application.port.stream.CommitOutcome.Committed;
import org.hirundo.application.port.stream.ReceiptChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.contract.StorageContract;
import org.hirundo.contract.fixture.Rooms;
import org.hirundo.contract.fixture.Users;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link ReceiptStore} guarantees. */
public abstract class ReceiptStoreContract extends StorageContract {

    private static final String READ = "m.read";
    private static final String PRIVATE = "m.read.private";
    private static final Optional<String> UNTHREADED = Optional.empty();

    private ReceiptStore store() {
        return storage().receipts();
    }

    private static ReceiptChange receipt(RoomId room, UserId user, String type, Optional<String> thread, String event) {
        return new ReceiptChange(room, user, type, thread, new EventId(event), 1_700_000_000_000L + event.length());
    }

    private static ReceiptChange read(RoomId room, UserId user, String event) {
        return receipt(room, user, READ, UNTHREADED, event);
    }

    private Placed put(ReceiptChange receipt) {
        var outcome = storage().stream().commit(List.of(receipt)).getFirst();
        return new Placed(receipt, ((Committed) outcome).first());
    }

    private Map<RoomId, List<Placed>> changed(List<RoomId> rooms) {
        return store().changed(rooms, StreamPosition.START, storage().stream().position());
    }

    @Test
    void a_receipt_is_found_as_it_was_put() {
        var placed = put(receipt(Rooms.LONGEST, Users.LONGEST, READ, Optional.of("$thread:root"), "$event"));

        assertThat(store().of(Users.LONGEST, List.of(Rooms.LONGEST))).isEqualTo(Map.of(Rooms.LONGEST, List.of(placed)));
        assertThat(changed(List.of(Rooms.LONGEST))).isEqualTo(Map.of(Rooms.LONGEST, List.of(placed)));
    }

    @Test
    void types_and_threads_have_receipts_of_their_own() {
        var placed = List.of(
                put(receipt(Rooms.ATTIC, Users.ALICE, READ, UNTHREADED, "$1")),
                put(receipt(Rooms.ATTIC, Users.ALICE, PRIVATE, UNTHREADED, "$2")),
                put(receipt(Rooms.ATTIC, Users.ALICE, READ, Optional.of("main"), "$3")),
                put(receipt(Rooms.ATTIC, Users.ALICE, READ, Optional.of("$root"), "$4")),
                put(receipt(Rooms.ATTIC, Users.ALICE, READ, Optional.of("$Root"), "$5")));

        assertThat(store().of(Users.ALICE, List.of(Rooms.ATTIC)).get(Rooms.ATTIC))
                .containsExactlyInAnyOrderElementsOf(placed);
    }

    @Test
    void a_receipt_takes_the_place_of_the_one_before() {
        var first = put(read(Rooms.ATTIC, Users.ALICE, "$1"));
        var second = put(read(Rooms.ATTIC, Users.ALICE, "$longer"));

        assertThat(store().of(Users.ALICE, List.of(Rooms.ATTIC))).isEqualTo(Map.of(Rooms.ATTIC, List.of(second)));
        assertThat(changed(List.of(Rooms.ATTIC))).isEqualTo(Map.of(Rooms.ATTIC, List.of(second)));
        assertThat(store().changed(List.of(Rooms.ATTIC), StreamPosition.START, first.position()))
                .isEmpty();
    }

    @Test
    void users_and_rooms_are_not_confused() {
        var placed = new ArrayList<Placed>();
        for (var user : Users.awkward()) {
            for (var room : Rooms.awkward()) {
                placed.add(put(read(room, user, "$" + placed.size())));
            }
        }

        for (var user : Users.awkward()) {
            assertThat(store().of(user, Rooms.awkward()).values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(placed.stream()
                            .filter(one -> one.receipt().user().equals(user))
                            .toList());
        }
        for (var room : Rooms.awkward()) {
            assertThat(changed(List.of(room)).get(room))
                    .containsExactlyInAnyOrderElementsOf(placed.stream()
                            .filter(one -> one.receipt().room().equals(room))
                            .toList());
        }
    }

    @Test
    void only_receipts_of_the_range_and_the_rooms_are_there() {
        var first = put(read(Rooms.ATTIC, Users.ALICE, "$1"));
        var second = put(read(Rooms.ATTIC, Users.BOB, "$2"));
        var third = put(read(Rooms.BARN, Users.ALICE, "$3"));
        put(read(Rooms.HASHED, Users.ALICE, "$4"));
        var last = put(read(Rooms.ATTIC, Users.CAROL, "$5"));

        assertThat(store().changed(List.of(Rooms.ATTIC, Rooms.BARN), first.position(), third.position()))
                .isEqualTo(Map.of(Rooms.ATTIC, List.of(second), Rooms.BARN, List.of(third)));
        assertThat(store().changed(List.of(Rooms.ATTIC), last.position(), last.position()))
                .isEmpty();
        assertThat(store().of(Users.ALICE, List.of(Rooms.BARN, Rooms.CAPITAL_ATTIC)))
                .isEqualTo(Map.of(Rooms.BARN, List.of(third)));
    }

    @Test
    void many_rooms_are_asked_about_together() {
        var rooms = IntStream.range(0, 1_500)
                .mapToObj(number -> Rooms.room("room" + number))
                .toList();
        var placed = put(read(rooms.get(700), Users.ALICE, "$1"));

        assertThat(changed(rooms)).isEqualTo(Map.of(rooms.get(700), List.of(placed)));
        assertThat(store().of(Users.ALICE, rooms)).isEqualTo(Map.of(rooms.get(700), List.of(placed)));
        assertThat(changed(List.of())).isEmpty();
        assertThat(store().of(Users.ALICE, List.of())).isEmpty();
    }
}
