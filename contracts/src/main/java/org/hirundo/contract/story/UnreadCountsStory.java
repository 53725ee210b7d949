package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hirundo.application.push.ChangePushRule;
import org.hirundo.application.push.PushRuleChange;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.push.RoomUnread.Count;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushRuleKind;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.receipt.ReceiptType;
import org.junit.jupiter.api.Test;

/** How much a user has not read. */
public abstract class UnreadCountsStory extends SyncStory {

    private static final ReceiptThread MAIN = ReceiptThread.mainTimeline();

    private RoomUnread unread(Requester user, RoomId room) {
        return in(syncs(user), room).unread();
    }

    private Count total(Requester user, RoomId room) {
        return unread(user, room).total();
    }

    private EventId mentions(Requester user, RoomId room, Requester mentioned) {
        return sends(
                user,
                room,
                EventType.MESSAGE,
                JsonObject.of("msgtype", "m.text")
                        .with("body", "hey")
                        .with(
                                "m.mentions",
                                JsonObject.of(
                                        "user_ids",
                                        JsonArray.ofStrings(
                                                List.of(mentioned.user().toString())))));
    }

    @Test
    void messages_of_others_are_unread_until_they_are_read() {
        var room = aRoomWithBob();
        says(ALICE, room, "one");
        var two = says(ALICE, room, "two");
        mentions(ALICE, room, BOB);

        assertThat(total(BOB, room)).isEqualTo(new Count(3, 1));
        assertThat(total(ALICE, room)).isEqualTo(Count.NONE);
        reads(BOB, room, two);
        assertThat(total(BOB, room)).isEqualTo(new Count(1, 1));
        says(ALICE, room, "three");
        assertThat(total(BOB, room)).isEqualTo(new Count(2, 1));
    }

    @Test
    void what_was_said_before_one_came_is_not_unread() {
        var room = created(aPublicRoomOf(ALICE));
        says(ALICE, room, "before");
        joins(BOB, room);
        says(ALICE, room, "after");

        assertThat(total(BOB, room)).isEqualTo(new Count(1, 0));
        leaves(BOB, room);
        joins(BOB, room);
        assertThat(total(BOB, room)).isEqualTo(Count.NONE);
    }

    @Test
    void a_private_receipt_counts_and_a_public_one_behind_it_takes_nothing_back() {
        var room = aRoomWithBob();
        var one = says(ALICE, room, "one");
        var two = says(ALICE, room, "two");
        reads(BOB, room, two, ReceiptType.READ_PRIVATE, ReceiptThread.unthreaded());
        reads(BOB, room, one);

        assertThat(total(BOB, room)).isEqualTo(Count.NONE);
    }

    @Test
    void who_writes_has_read() {
        var room = aRoomWithBob();
        says(ALICE, room, "one");
        assertThat(total(BOB, room)).isEqualTo(new Count(1, 0));
        says(BOB, room, "two");
        assertThat(total(BOB, room)).isEqualTo(Count.NONE);
        says(ALICE, room, "three");
        restart();

        assertThat(total(BOB, room)).isEqualTo(new Count(1, 0));
    }

    @Test
    void threads_are_counted_and_read_one_by_one() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        var first = answers(ALICE, room, "first", "m.thread", root);
        answers(ALICE, room, "second", "m.thread", root);
        var beside = says(ALICE, room, "beside");

        assertThat(unread(BOB, room)).isEqualTo(new RoomUnread(new Count(2, 0), Map.of(root, new Count(2, 0))));
        reads(BOB, room, beside, ReceiptType.READ, MAIN);
        assertThat(unread(BOB, room)).isEqualTo(new RoomUnread(Count.NONE, Map.of(root, new Count(2, 0))));
        reads(BOB, room, first, ReceiptType.READ, new ReceiptThread.Rooted(root));
        assertThat(unread(BOB, room)).isEqualTo(new RoomUnread(Count.NONE, Map.of(root, new Count(1, 0))));
        reads(BOB, room, beside);
        assertThat(unread(BOB, room)).isEqualTo(RoomUnread.NONE);
    }

    @Test
    void what_relates_to_an_event_of_a_thread_belongs_to_it() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        var inThread = answers(ALICE, room, "in the thread", "m.thread", root);
        reads(BOB, room, inThread);
        answers(ALICE, room, "about it", "m.reference", inThread);
        answers(ALICE, room, "about the root", "m.reference", root);
        var expected = new RoomUnread(new Count(1, 0), Map.of(root, new Count(1, 0)));

        assertThat(unread(BOB, room)).isEqualTo(expected);
        restart();
        assertThat(unread(BOB, room)).isEqualTo(expected);
    }

    @Test
    void a_thread_is_read_up_to_what_is_about_its_root_and_the_main_timeline_is_not() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        reads(BOB, room, root);
        answers(ALICE, room, "in the thread", "m.thread", root);
        var reference = answers(ALICE, room, "about the root", "m.reference", root);
        var remark = answers(ALICE, room, "about that", "m.reference", reference);

        reads(BOB, room, remark, ReceiptType.READ, new ReceiptThread.Rooted(root));
        assertThat(unread(BOB, room)).isEqualTo(new RoomUnread(new Count(2, 0), Map.of()));
        reads(BOB, room, remark, ReceiptType.READ, MAIN);
        assertThat(unread(BOB, room)).isEqualTo(RoomUnread.NONE);
    }

    @Test
    void what_is_redacted_is_not_unread() {
        var room = aRoomWithBob();
        says(ALICE, room, "stays");
        var oops = mentions(ALICE, room, BOB);
        assertThat(total(BOB, room)).isEqualTo(new Count(2, 1));
        redacts(ALICE, room, oops);

        assertThat(total(BOB, room)).isEqualTo(new Count(1, 0));
        restart();
        assertThat(total(BOB, room)).isEqualTo(new Count(1, 0));
    }

    @Test
    void edits_reactions_and_state_are_not_unread() {
        var room = aRoomWithBob();
        var message = says(ALICE, room, "helo");
        reads(BOB, room, message);
        sends(
                ALICE,
                room,
                EventType.MESSAGE,
                JsonObject.of("msgtype", "m.text")
                        .with("body", "* hello")
                        .with(
                                "m.new_content",
                                JsonObject.of("msgtype", "m.text").with("body", "hello"))
                        .with(
                                "m.relates_to",
                                JsonObject.of("rel_type", "m.replace").with("event_id", message.value())));
        sends(
                ALICE,
                room,
                new EventType("m.reaction"),
                JsonObject.of(
                        "m.relates_to",
                        JsonObject.of("rel_type", "m.annotation")
                                .with("event_id", message.value())
                                .with("key", "+")));
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "tea"));

        assertThat(total(BOB, room)).isEqualTo(Count.NONE);
    }

    @Test
    void a_room_that_is_silenced_has_nothing_unread_but_mentions() {
        var room = aRoomWithBob();
        the(ChangePushRule.class)
                .change(
                        BOB,
                        new PushRuleChange.Put(
                                PushRuleKind.ROOM,
                                room.value(),
                                JsonObject.of("actions", JsonArray.EMPTY),
                                Optional.empty(),
                                Optional.empty()));
        says(ALICE, room, "chatter");
        mentions(ALICE, room, BOB);

        assertThat(total(BOB, room)).isEqualTo(new Count(1, 1));
    }

    @Test
    void counts_are_told_when_another_device_reads() {
        var room = aRoomWithBob();
        var event = says(ALICE, room, "hello");
        var laptop = Server.user("bob", "LAPTOP");
        var first = syncs(laptop);
        var waiting = asking(laptop).since(first).waiting();
        reads(BOB, room, event, ReceiptType.READ_PRIVATE, ReceiptThread.unthreaded());

        assertThat(in(first, room).unread().total()).isEqualTo(new Count(1, 0));
        assertThat(in(waiting.news(), room).unread().total()).isEqualTo(Count.NONE);
    }

    /** Counts by the words of the specification, over everything that ever happened. */
    private static final class Naive {

        private record Said(EventId event, boolean own, ReceiptThread thread, boolean highlight) {}

        private final List<Said> said = new ArrayList<>();
        private final Map<ReceiptThread, Integer> read = new HashMap<>();
        private final List<EventId> redacted = new ArrayList<>();

        void says(EventId event, boolean own, ReceiptThread thread, boolean highlight) {
            said.add(new Said(event, own, thread, highlight));
            if (own) {
                read.merge(thread, said.size(), Math::max);
            }
        }

        void reads(int index, ReceiptThread thread) {
            read.merge(thread, index + 1, Math::max);
        }

        RoomUnread count() {
            var main = Count.NONE;
            var threads = new HashMap<EventId, Count>();
            for (int index = 0; index < said.size(); index++) {
                var event = said.get(index);
                if (event.own()
                        || redacted.contains(event.event())
                        || index < read.getOrDefault(ReceiptThread.unthreaded(), 0)
                        || index < read.getOrDefault(event.thread(), 0)) {
                    continue;
                }
                var one = new Count(1, event.highlight() ? 1 : 0);
                if (event.thread() instanceof ReceiptThread.Rooted(var root)) {
                    threads.merge(root, one, Count::plus);
                } else {
                    main = main.plus(one);
                }
            }
            return new RoomUnread(main, threads);
        }
    }

    @Test
    void under_any_order_of_messages_and_receipts_the_counts_are_those_of_a_naive_count() {
        for (int seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            var room = aRoomWithBob();
            var roots = List.of(says(BOB, room, "root"), says(BOB, room, "another"));
            var naive = new Naive();
            for (int step = 0; step < 40; step++) {
                act(random, room, roots, naive);
                if (random.nextInt(3) == 0) {
                    assertThat(unread(BOB, room))
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(naive.count());
                }
            }
            assertThat(unread(BOB, room)).as("seed %d", seed).isEqualTo(naive.count());
            restart();
            assertThat(unread(BOB, room)).as("seed %d, restarted", seed).isEqualTo(naive.count());
            server().clock().pass(Duration.ofSeconds(1));
        }
    }

    private void act(Random random, RoomId room, List<EventId> roots, Naive naive) {
        int what = random.nextInt(10);
        var root = roots.get(random.nextInt(roots.size()));
        if (what < 3) {
            naive.says(says(ALICE, room, "main"), false, MAIN, false);
        } else if (what < 4) {
            naive.says(mentions(ALICE, room, BOB), false, MAIN, true);
        } else if (what < 6) {
            var event = answers(ALICE, room, "thread", "m.thread", root);
            naive.says(event, false, new ReceiptThread.Rooted(root), false);
        } else if (what < 7) {
            var inThread = random.nextBoolean();
            var event = inThread ? answers(BOB, room, "own", "m.thread", root) : says(BOB, room, "own");
            naive.says(event, true, inThread ? new ReceiptThread.Rooted(root) : MAIN, false);
        } else if (!naive.said.isEmpty()) {
            int index = random.nextInt(naive.said.size());
            var event = naive.said.get(index);
            if (what == 7 && !event.own()) {
                redacts(ALICE, room, event.event());
                naive.redacted.add(event.event());
                return;
            }
            var thread = random.nextBoolean() ? ReceiptThread.unthreaded() : event.thread();
            var type = random.nextBoolean() ? ReceiptType.READ : ReceiptType.READ_PRIVATE;
            if (naive.redacted.contains(event.event()) && !thread.equals(ReceiptThread.unthreaded())) {
                return;
            }
            reads(BOB, room, event.event(), type, thread);
            naive.reads(index, thread);
        }
    }
}
