package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.accountdata.GetAccountData;
import org.hirundo.application.receipt.SendReceipt;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.receipt.ReceiptType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Telling how far one has read, to others and to one's own other devices. */
public abstract class ReceiptStory extends SyncStory {

    private static final ReceiptThread MAIN = ReceiptThread.mainTimeline();

    /** Who has read what by which type of receipt, as the answer tells: {@code event type user thread}. */
    private static List<String> receipts(SyncAnswer answer, RoomId room) {
        var told = new ArrayList<String>();
        if (!answer.rooms().joined().containsKey(room)) {
            return told;
        }
        for (var content : contents(in(answer, room).ephemeral(), "m.receipt")) {
            for (var event : content.names()) {
                var types = content.object(event).orElseThrow();
                for (var type : types.names()) {
                    var users = types.object(type).orElseThrow();
                    for (var user : users.names()) {
                        var data = users.object(user).orElseThrow();
                        told.add(
                                line(event, type, user, data.string("thread_id").orElse("-")));
                    }
                }
            }
        }
        return told;
    }

    private static String line(Object event, String type, Object user, Object thread) {
        return event + " " + type + " " + user + " " + thread;
    }

    private void marks(Requester user, RoomId room, EventId event) {
        the(SendReceipt.class)
                .send(user, new SendReceipt.Read(room, Map.of(), ReceiptThread.unthreaded(), Optional.of(event)));
    }

    private Optional<String> marker(Requester user, RoomId room) {
        try {
            return the(GetAccountData.class)
                    .get(user, user.user(), Optional.of(room), AccountDataType.FULLY_READ)
                    .string("event_id");
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    @Test
    void everybody_in_the_room_sees_a_receipt_with_its_time() {
        var room = aRoomWithBob();
        var event = says(BOB, room, "hello");
        var first = syncs(BOB);
        var carol = syncs(CAROL);
        reads(ALICE, room, event);
        var second = syncs(BOB, first);

        assertThat(receipts(second, room)).containsExactly(line(event, "m.read", ALICE.user(), "-"));
        var data = contents(in(second, room).ephemeral(), "m.receipt")
                .getFirst()
                .object(event.value())
                .flatMap(types -> types.object("m.read"))
                .flatMap(users -> users.object(ALICE.user().toString()))
                .orElseThrow();
        assertThat(data)
                .isEqualTo(JsonObject.of("ts", new JsonInteger(server().clock().millis())));
        assertThat(syncs(BOB, second).rooms().joined()).isEmpty();
        assertThat(receipts(syncs(ALICE), room)).hasSize(1);
        assertThat(syncs(CAROL, carol).rooms().joined()).isEmpty();
    }

    @Test
    void who_begins_sees_the_last_receipt_of_everybody_also_after_a_restart() {
        var room = aRoomWithBob();
        var one = says(BOB, room, "one");
        var two = says(BOB, room, "two");
        reads(ALICE, room, one);
        reads(ALICE, room, two);
        restart();

        assertThat(receipts(syncs(BOB), room)).containsExactly(line(two, "m.read", ALICE.user(), "-"));
    }

    @Test
    void who_enters_a_room_sees_who_has_read_what() {
        var room = created(aPublicRoomOf(ALICE));
        reads(ALICE, room, says(ALICE, room, "hello"));
        var first = syncs(BOB);
        joins(BOB, room);

        assertThat(receipts(syncs(BOB, first), room)).hasSize(1);
    }

    @Test
    @Tag("easily-missed-25")
    void a_private_receipt_is_for_the_users_own_devices_alone() {
        var room = aRoomWithBob();
        var event = says(BOB, room, "hello");
        var bob = syncs(BOB);
        var alice = syncs(ALICE);
        reads(ALICE, room, event, ReceiptType.READ_PRIVATE, ReceiptThread.unthreaded());

        assertThat(syncs(BOB, bob).rooms().joined()).isEmpty();
        assertThat(receipts(syncs(BOB), room)).isEmpty();
        assertThat(receipts(syncs(Server.user("alice", "LAPTOP"), alice), room))
                .containsExactly(line(event, "m.read.private", ALICE.user(), "-"));
    }

    @Test
    void receipts_of_threads_stand_beside_each_other() {
        var room = aRoomWithBob();
        var root = says(BOB, room, "root");
        var inThread = answers(BOB, room, "in the thread", "m.thread", root);
        var main = says(BOB, room, "beside it");
        reads(ALICE, room, root);
        reads(ALICE, room, main, ReceiptType.READ, MAIN);
        reads(ALICE, room, inThread, ReceiptType.READ, new ReceiptThread.Rooted(root));

        assertThat(receipts(syncs(BOB), room))
                .containsExactlyInAnyOrder(
                        line(root, "m.read", ALICE.user(), "-"),
                        line(main, "m.read", ALICE.user(), "main"),
                        line(inThread, "m.read", ALICE.user(), root));
    }

    @Test
    @Tag("easily-missed-25")
    void a_receipt_in_a_thread_is_for_what_is_in_it() {
        var room = aRoomWithBob();
        var root = says(BOB, room, "root");
        var inThread = answers(BOB, room, "in the thread", "m.thread", root);
        var reaction = answers(BOB, room, "a reaction of a kind", "m.annotation", inThread);
        var other = says(BOB, room, "other");
        var thread = new ReceiptThread.Rooted(root);

        reads(ALICE, room, reaction, ReceiptType.READ, thread);
        for (var wrong : List.of(inThread, reaction)) {
            assertThatThrownBy(() -> reads(ALICE, room, wrong, ReceiptType.READ, MAIN))
                    .isInstanceOf(InvalidParam.class);
        }
        assertThatThrownBy(() -> reads(ALICE, room, other, ReceiptType.READ, thread))
                .isInstanceOf(InvalidParam.class);
        assertThat(receipts(syncs(BOB), room)).containsExactly(line(reaction, "m.read", ALICE.user(), root));
    }

    @Test
    @Tag("easily-missed-25")
    void receipts_do_not_go_back() {
        var room = aRoomWithBob();
        var one = says(BOB, room, "one");
        var two = says(BOB, room, "two");
        reads(ALICE, room, two);
        var first = syncs(BOB);
        reads(ALICE, room, one);
        reads(ALICE, room, two);
        reads(ALICE, room, new EventId("$unknown"));

        assertThat(syncs(BOB, first).rooms().joined()).isEmpty();
        assertThat(receipts(syncs(BOB), room)).containsExactly(line(two, "m.read", ALICE.user(), "-"));
    }

    @Test
    void receipts_sent_at_once_end_at_the_furthest() {
        var room = aRoomWithBob();
        var events = new ArrayList<EventId>();
        for (int number = 0; number < 20; number++) {
            events.add(says(BOB, room, "word " + number));
        }
        Concurrently.call(20, number -> {
            reads(ALICE, room, events.get(number));
            return number;
        });

        assertThat(receipts(syncs(BOB), room)).containsExactly(line(events.getLast(), "m.read", ALICE.user(), "-"));
    }

    @Test
    @Tag("easily-missed-25")
    void the_marker_is_the_users_own_and_does_not_go_back() {
        var room = aRoomWithBob();
        var one = says(ALICE, room, "one");
        var two = says(ALICE, room, "two");
        assertThat(marker(BOB, room)).isEmpty();
        var first = syncs(BOB);
        var alice = syncs(ALICE);
        marks(BOB, room, two);
        marks(BOB, room, one);
        var second = syncs(BOB, first);

        assertThat(contents(in(second, room).accountData(), "m.fully_read"))
                .containsExactly(JsonObject.of("event_id", two.value()));
        assertThat(syncs(ALICE, alice).rooms().joined()).isEmpty();
        restart();
        assertThat(marker(BOB, room)).contains(two.value());
        assertThat(marker(ALICE, room)).isEmpty();
    }

    @Test
    void who_is_not_in_the_room_reads_nothing() {
        var room = aRoomWithBob();
        var event = says(ALICE, room, "hello");
        leaves(BOB, room);

        assertThatThrownBy(() -> reads(BOB, room, event)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> marks(CAROL, room, event)).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_event_of_another_room_is_no_place_in_this_one() {
        var room = aRoomWithBob();
        var elsewhere = says(ALICE, aRoomWithBob(), "elsewhere");
        reads(BOB, room, elsewhere);
        marks(BOB, room, elsewhere);

        assertThat(receipts(syncs(ALICE), room)).isEmpty();
        assertThat(marker(BOB, room)).isEmpty();
    }
}
