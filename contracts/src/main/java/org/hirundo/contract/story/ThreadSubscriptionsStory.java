package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.port.stream.ThreadSubscriptionChange.Subscription;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.application.push.RoomUnread.Count;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SlidingAnswer;
import org.hirundo.application.thread.GetThreadSubscription;
import org.hirundo.application.thread.ListThreadSubscriptions;
import org.hirundo.application.thread.SubscribeToThread;
import org.hirundo.application.thread.ThreadChanges;
import org.hirundo.application.thread.UnsubscribeFromThread;
import org.hirundo.domain.error.ConflictingUnsubscription;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.NotInThread;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.push.PushDefaults;
import org.junit.jupiter.api.Test;

/** Subscriptions to threads (MSC4306), and how clients learn of them (MSC4308). */
public abstract class ThreadSubscriptionsStory extends SlidingStory {

    private EventId replies(Requester user, RoomId room, EventId root) {
        return answers(user, room, "reply", "m.thread", root);
    }

    private void subscribes(Requester user, RoomId room, EventId root, EventId... cause) {
        the(SubscribeToThread.class)
                .subscribe(new SubscribeToThread.Subscribe(
                        user, room, root, List.of(cause).stream().findFirst()));
    }

    private void unsubscribes(Requester user, RoomId room, EventId root) {
        the(UnsubscribeFromThread.class).unsubscribe(user, room, root);
    }

    private boolean isAutomatic(Requester user, RoomId room, EventId root) {
        return the(GetThreadSubscription.class).isAutomatic(user, room, root);
    }

    private ThreadChanges lists(Requester user, Optional<String> from, Optional<String> to, int limit) {
        return the(ListThreadSubscriptions.class)
                .list(new ListThreadSubscriptions.Wanted(user, from, to, OptionalInt.of(limit)));
    }

    private static ThreadChanges told(SlidingAnswer answer) {
        return answer.extensions().threads().orElseThrow().changes();
    }

    private static List<EventId> roots(ThreadChanges changes) {
        return changes.entries().stream().map(Entry::root).toList();
    }

    private SlidingAsking asks(Requester user, int limit) {
        return sliding(
                user,
                "{\"extensions\":{\"io.element.msc4308.thread_subscriptions\":{\"enabled\":true,\"limit\":" + limit
                        + "}}}");
    }

    @Test
    void a_user_subscribes_and_unsubscribes() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        assertThatThrownBy(() -> isAutomatic(BOB, room, root)).isInstanceOf(NotFound.class);

        subscribes(BOB, room, root);
        subscribes(BOB, room, root);
        assertThat(isAutomatic(BOB, room, root)).isFalse();
        assertThatThrownBy(() -> isAutomatic(ALICE, room, root)).isInstanceOf(NotFound.class);

        unsubscribes(BOB, room, root);
        unsubscribes(BOB, room, root);
        assertThatThrownBy(() -> isAutomatic(BOB, room, root)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_manual_subscription_takes_the_place_of_an_automatic_one_and_not_the_other_way_round() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        var reply = replies(ALICE, room, root);

        subscribes(BOB, room, root, reply);
        assertThat(isAutomatic(BOB, room, root)).isTrue();
        subscribes(BOB, room, root);
        assertThat(isAutomatic(BOB, room, root)).isFalse();
        subscribes(BOB, room, root, reply);
        assertThat(isAutomatic(BOB, room, root)).isFalse();
    }

    @Test
    void who_unsubscribed_is_subscribed_again_only_for_what_came_since() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        var first = replies(ALICE, room, root);
        subscribes(BOB, room, root, first);
        var second = replies(ALICE, room, root);
        unsubscribes(BOB, room, root);
        var third = replies(ALICE, room, root);

        for (var seen : List.of(first, second)) {
            assertThatThrownBy(() -> subscribes(BOB, room, root, seen)).isInstanceOf(ConflictingUnsubscription.class);
        }
        assertThatThrownBy(() -> isAutomatic(BOB, room, root)).isInstanceOf(NotFound.class);
        subscribes(BOB, room, root, third);
        assertThat(isAutomatic(BOB, room, root)).isTrue();
    }

    @Test
    void the_cause_is_an_event_in_the_thread() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        var elsewhere = replies(ALICE, room, says(ALICE, room, "another root"));

        for (var cause : List.of(root, elsewhere, new EventId("$nothing"))) {
            assertThatThrownBy(() -> subscribes(BOB, room, root, cause)).isInstanceOf(NotInThread.class);
        }
    }

    @Test
    void what_one_does_not_see_one_does_not_subscribe_to() {
        var room = created(aPublicRoomOf(
                ALICE,
                new InitialState(EventType.HISTORY_VISIBILITY, "", JsonObject.of("history_visibility", "joined"))));
        var root = says(ALICE, room, "before Bob");
        joins(BOB, room);

        for (var user : List.of(BOB, CAROL)) {
            assertThatThrownBy(() -> subscribes(user, room, root)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> unsubscribes(user, room, root)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> isAutomatic(user, room, root)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> subscribes(ALICE, room, new EventId("$nothing")))
                .isInstanceOf(NotFound.class);
        var other = created(aPublicRoomOf(ALICE));
        assertThatThrownBy(() -> subscribes(ALICE, other, root)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_client_that_waits_learns_of_a_change_on_another_device() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        var first = asks(BOB, 10).now();
        assertThat(told(first).isEmpty()).isTrue();

        var waiting = asks(BOB, 10).after(first).waiting();
        subscribes(BOB, room, root);
        var second = waiting.news();
        assertThat(told(second).entries().getFirst())
                .satisfies(entry -> assertThat(entry.subscription()).isEqualTo(Subscription.MANUAL))
                .satisfies(entry -> assertThat(entry.root()).isEqualTo(root));

        unsubscribes(BOB, room, root);
        var third = asks(BOB, 10).after(second).now();
        assertThat(told(third).entries()).extracting(Entry::subscription).containsExactly(Subscription.NONE);
        assertThat(told(asks(BOB, 10).after(third).now()).isEmpty()).isTrue();
    }

    @Test
    void what_sliding_sync_leaves_out_is_paged_through() {
        var room = aRoomWithBob();
        var known = says(ALICE, room, "known");
        subscribes(BOB, room, known);
        var before = asks(BOB, 10).now();
        var roots = new ArrayList<EventId>();
        for (int number = 0; number < 5; number++) {
            var root = says(ALICE, room, "root " + number);
            subscribes(BOB, room, root);
            roots.addFirst(root);
        }

        var told = told(asks(BOB, 2).after(before).now());
        assertThat(roots(told)).isEqualTo(roots.subList(0, 2));
        var page = lists(BOB, told.end(), Optional.of(before.pos()), 2);
        assertThat(roots(page)).isEqualTo(roots.subList(2, 4));
        var last = lists(BOB, page.end(), Optional.of(before.pos()), 2);
        assertThat(roots(last)).isEqualTo(roots.subList(4, 5));
        assertThat(last.end()).isEmpty();
        assertThat(roots(lists(BOB, Optional.empty(), Optional.empty(), 100)))
                .hasSize(6)
                .last()
                .isEqualTo(known);
    }

    @Test
    void tokens_of_others_and_no_limit_are_refused() {
        for (var token : List.of("", "s1", "ts", "ts-1", "ts9999999999999999999")) {
            assertThatThrownBy(() -> lists(BOB, Optional.of(token), Optional.empty(), 1))
                    .isInstanceOf(InvalidParam.class);
        }
        assertThatThrownBy(() -> lists(BOB, Optional.empty(), Optional.of("t1"), 1))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> lists(BOB, Optional.empty(), Optional.empty(), 0))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void messages_in_threads_notify_those_who_are_subscribed_where_the_rules_are_on() {
        var room = aRoomWithBob();
        var root = says(ALICE, room, "root");
        var other = says(ALICE, room, "another root");
        reads(BOB, room, other);
        subscribes(BOB, room, root);
        replies(ALICE, room, root);
        replies(ALICE, room, other);

        try (var server = Server.on(storage())
                .with(
                        PushConfig.class,
                        new PushConfig(
                                PushDefaults.with(PushDefaults.Addition.THREAD_SUBSCRIPTIONS),
                                PushConfig.Badge.MESSAGES,
                                PushConfig.Mails.DEFAULT))) {
            var bob = SyncAsking.of(server, BOB);
            assertThat(in(bob.now(), room).unread().total()).isEqualTo(new Count(1, 0));
            var relation = JsonObject.of("rel_type", "m.thread").with("event_id", other.value());
            server.get(SubscribeToThread.class)
                    .subscribe(new SubscribeToThread.Subscribe(BOB, room, other, Optional.empty()));
            server.get(SendMessage.class)
                    .send(new SendMessage.Send(
                            ALICE,
                            room,
                            EventType.MESSAGE,
                            new TransactionId("since"),
                            JsonObject.of("body", "news").with("m.relates_to", relation)));
            assertThat(in(bob.now(), room).unread().total()).isEqualTo(new Count(2, 0));
        }
    }
}
