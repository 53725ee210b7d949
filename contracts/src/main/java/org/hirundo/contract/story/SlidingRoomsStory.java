package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.push.RoomUnread;
import org.hirundo.application.sync.SlidingAnswer.Hero;
import org.hirundo.domain.error.UnknownPosition;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.SlidingForm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What sliding sync tells of rooms, and how its connections go on. */
public abstract class SlidingRoomsStory extends SlidingStory {

    @Test
    void a_room_is_told_once_and_then_what_is_new() {
        var room = aRoomWithBob();
        says(ALICE, room, "one");
        var client = sliding(BOB, all(1));
        var first = client.now();
        var second = client.after(first).now();
        says(ALICE, room, "two");
        var third = client.after(second).now();

        var told = in(first, room);
        assertThat(told.initial()).isTrue();
        assertThat(told.membership()).isEqualTo(Membership.JOIN);
        assertThat(texts(first, room)).containsExactly("one");
        assertThat(told.timeline().orElseThrow().limited()).isTrue();
        assertThat(told.live()).isZero();
        assertThat(told.members().orElseThrow().joined()).isEqualTo(2);
        assertThat(told.unread()).contains(new RoomUnread.Count(1, 0));
        assertThat(second.rooms()).isEmpty();
        var news = in(third, room);
        assertThat(news.initial()).isFalse();
        assertThat(texts(third, room)).containsExactly("two");
        assertThat(news.timeline().orElseThrow().limited()).isFalse();
        assertThat(news.live()).isEqualTo(1);
        assertThat(news.members()).isEmpty();
        assertThat(news.unread()).contains(new RoomUnread.Count(2, 0));
        assertThat(news.bumpStamp().orElseThrow())
                .isGreaterThan(told.bumpStamp().orElseThrow());
    }

    @Test
    void a_gap_is_limited_and_filled_by_paging() {
        var room = aRoomWithBob();
        var client = sliding(BOB, all(2));
        var first = client.now();
        for (var text : List.of("one", "two", "three")) {
            says(ALICE, room, text);
        }
        var second = client.after(first).now();

        assertThat(texts(second, room)).containsExactly("two", "three");
        var timeline = in(second, room).timeline().orElseThrow();
        assertThat(timeline.limited()).isTrue();
        assertThat(texts(before(BOB, room, timeline.prevBatch().orElseThrow(), Optional.of(first.pos()))))
                .containsExactly("one");
    }

    @Test
    void a_request_is_answered_again_until_its_answer_is_confirmed() {
        var room = aRoomWithBob();
        var client = sliding(BOB, all(1));
        var first = client.now();
        says(ALICE, room, "one");
        var lost = client.after(first).now();
        var again = client.after(first).now();
        var next = client.after(again).now();

        assertThat(texts(lost, room)).containsExactly("one");
        assertThat(texts(again, room)).containsExactly("one");
        assertThat(next.rooms()).isEmpty();
        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() -> client.after(first).now());
        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() -> client.after(lost).now());
    }

    @Test
    void a_request_may_be_overtaken_by_one_that_the_client_gave_up() {
        var room = aRoomWithBob();
        var client = sliding(BOB, all(1));
        var first = client.now();
        var waiting = client.after(first).waiting();
        client.after(first).now();
        says(ALICE, room, "one");
        var heard = waiting.news();

        assertThat(texts(heard, room)).containsExactly("one");
        assertThat(client.after(heard).now().rooms()).isEmpty();
    }

    @Test
    void a_first_request_may_be_overtaken_as_well_and_beginning_anew_forgets_what_was_confirmed() {
        aRoomWithBob();
        var client = sliding(BOB, all(1));
        var first = client.now();
        client.now();
        var second = client.after(first).now();
        client.now();

        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() -> client.after(second).now());
    }

    @Test
    void of_many_answers_from_one_position_the_latest_may_be_the_one_that_arrived() {
        aRoomWithBob();
        var client = sliding(BOB, all(1));
        var first = client.now();
        var answers = Stream.generate(() -> client.after(first).now()).limit(4).toList();

        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() -> client.after(answers.getFirst()).now());
        assertThat(client.after(answers.get(1)).now().rooms()).isEmpty();
        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() -> client.after(answers.getLast()).now());
    }

    @Test
    void a_position_belongs_to_one_user_one_device_and_one_connection() {
        aRoomWithBob();
        var pos = sliding(BOB, all(1)).now().pos();

        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() -> sliding(ALICE, all(1)).at(pos).now());
        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() ->
                        sliding(Server.user("bob", "LAPTOP"), all(1)).at(pos).now());
        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(
                        () -> sliding(BOB, "{\"conn_id\":\"other\"}").at(pos).now());
        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() -> sliding(BOB, all(1)).at("s1_nonsense").now());
        assertThat(sliding(BOB, all(1)).at(pos).now().rooms()).isEmpty();
    }

    @Test
    void a_connection_is_forgotten_with_the_server() {
        aRoomWithBob();
        var pos = sliding(BOB, all(1)).now().pos();
        restart();

        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(() -> sliding(BOB, all(1)).at(pos).now());
    }

    @Test
    void a_device_has_so_many_connections_and_loses_the_one_it_used_longest_ago() {
        var pos = sliding(BOB, "{\"conn_id\":\"first\"}").now().pos();
        for (int number = 0; number < 10; number++) {
            sliding(BOB, "{\"conn_id\":\"" + number + "\"}").now();
        }

        assertThatExceptionOfType(UnknownPosition.class)
                .isThrownBy(
                        () -> sliding(BOB, "{\"conn_id\":\"first\"}").at(pos).now());
    }

    @Test
    void who_wants_more_of_a_timeline_gets_it_at_once() {
        var room = aRoomWithBob();
        for (var text : List.of("one", "two", "three")) {
            says(ALICE, room, text);
        }
        var first = sliding(BOB, all(1)).now();
        var wider = sliding(BOB, all(3)).after(first).waiting().news();
        says(ALICE, room, "four");
        var last = sliding(BOB, all(3)).after(wider).now();

        assertThat(texts(first, room)).containsExactly("three");
        assertThat(texts(wider, room)).containsExactly("one", "two", "three");
        assertThat(in(wider, room).expandedTimeline()).isTrue();
        assertThat(in(wider, room).initial()).isFalse();
        assertThat(in(wider, room).live()).isZero();
        assertThat(texts(last, room)).containsExactly("four");
        assertThat(in(last, room).expandedTimeline()).isFalse();
    }

    @Test
    void who_wants_more_of_a_state_gets_what_was_not_told() {
        var room = aRoomWithBob();
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "tea"));
        var name = "[[\"m.room.name\",\"\"]]";
        var more = "[[\"m.room.name\",\"\"],[\"m.room.topic\",\"\"]]";
        var first = sliding(BOB, subscription(room, 1, name)).now();
        var second = sliding(BOB, subscription(room, 1, more)).after(first).now();
        var third = sliding(BOB, subscription(room, 1, name)).after(second).now();
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "milk"));
        var fourth = sliding(BOB, subscription(room, 1, name)).after(third).now();
        var fifth = sliding(BOB, subscription(room, 1, more)).after(fourth).now();

        assertThat(types(in(first, room).requiredState())).containsExactly("m.room.name");
        assertThat(types(in(second, room).requiredState())).contains("m.room.topic");
        assertThat(third.rooms()).isEmpty();
        assertThat(types(in(fourth, room).requiredState())).isEmpty();
        assertThat(in(fifth, room).requiredState())
                .filteredOn(event -> event.event().isType(EventType.TOPIC))
                .extracting(event -> event.event().content())
                .containsExactly(JsonObject.of("topic", "milk"));
    }

    @Test
    void members_come_with_what_they_say_and_once() {
        var room = aRoomWithBob();
        joins(CAROL, room);
        says(ALICE, room, "one");
        var client = sliding(BOB, all(1));
        var first = client.now();
        says(ALICE, room, "two");
        says(CAROL, room, "three");
        var second = sliding(BOB, all(10)).after(first).now();
        leaves(CAROL, room);
        var third = sliding(BOB, all(10)).after(second).now();

        assertThat(members(in(first, room).requiredState()))
                .containsExactlyInAnyOrder(ALICE.user().toString(), BOB.user().toString());
        assertThat(members(in(second, room).requiredState()))
                .contains(CAROL.user().toString())
                .doesNotContain(ALICE.user().toString());
        assertThat(members(in(third, room).requiredState()))
                .containsExactly(CAROL.user().toString());
    }

    @Test
    void a_name_is_told_when_it_changes_and_when_it_is_taken_away() {
        var room = aRoomWithBob();
        var client = sliding(BOB, all(1));
        var first = client.now();
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        var second = client.after(first).now();
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", ""));
        var third = client.after(second).now();

        assertThat(in(first, room).name()).isEmpty();
        assertThat(in(first, room).members().orElseThrow().heroes())
                .containsExactly(new Hero(ALICE.user(), Optional.empty(), Optional.empty()));
        assertThat(in(second, room).name()).contains(new JsonString("Inn"));
        assertThat(in(second, room).members().orElseThrow().heroes()).isEmpty();
        assertThat(in(third, room).name()).contains(JsonNull.NULL);
    }

    @Test
    void only_proper_activity_bumps_a_room() {
        var room = aRoomWithBob();
        var message = says(ALICE, room, "one");
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "tea"));
        var client = sliding(BOB, all(1));
        var first = client.now();
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "milk"));
        var second = client.after(first).now();

        assertThat(in(first, room).bumpStamp()).contains(position(message));
        assertThat(in(second, room).bumpStamp()).isEmpty();
    }

    private StreamPosition position(EventId event) {
        return storage()
                .events()
                .events(Set.of(event))
                .values()
                .iterator()
                .next()
                .position();
    }

    @Test
    void an_invite_shows_what_the_room_is_and_nothing_more() {
        var client = sliding(BOB, all(10));
        var first = client.now();
        var room = created(aRoomOf(ALICE));
        says(ALICE, room, "secret");
        var waiting = client.after(first).waiting();
        invites(ALICE, room, BOB);
        var second = waiting.news();
        says(ALICE, room, "another secret");
        var third = client.after(second).now();
        joins(BOB, room);
        var fourth = client.after(third).now();

        var invite = in(second, room);
        assertThat(invite.membership()).isEqualTo(Membership.INVITE);
        assertThat(invite.stripped().orElseThrow().events()).isNotEmpty();
        assertThat(invite.timeline()).isEmpty();
        assertThat(invite.requiredState()).isEmpty();
        assertThat(third.rooms()).isEmpty();
        assertThat(in(fourth, room).initial()).isTrue();
        assertThat(in(fourth, room).membership()).isEqualTo(Membership.JOIN);
    }

    @Test
    void an_invite_taken_back_shows_that_and_nothing_of_the_room() {
        var client = sliding(BOB, list("\"timeline_limit\":10,\"required_state\":[[\"*\",\"*\"]]"));
        var room = created(aRoomOf(ALICE));
        invites(ALICE, room, BOB);
        var first = client.now();
        sets(ALICE, room, EventType.TOPIC, JsonObject.of("topic", "secret"));
        kicks(ALICE, room, BOB);
        var second = client.after(first).now();

        var told = in(second, room);
        assertThat(told.membership()).isEqualTo(Membership.LEAVE);
        assertThat(members(told.requiredState())).containsExactly(BOB.user().toString());
        assertThat(types(told.requiredState())).containsExactly("m.room.member");
        assertThat(told.members()).isEmpty();
        assertThat(types(told.timeline().orElseThrow().events())).containsOnly("m.room.member");
        assertThat(client.now().rooms()).doesNotContainKey(room);
    }

    @Test
    void a_ban_after_the_kick_shows_that_and_nothing_of_the_room() {
        var room = aRoomWithBob();
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        var client = sliding(BOB, list("\"timeline_limit\":10,\"required_state\":[[\"*\",\"*\"]]"));
        var first = client.now();
        kicks(ALICE, room, BOB);
        var second = client.after(first).now();
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Secret"));
        bans(ALICE, room, BOB);
        var third = client.after(second).now();

        var told = in(third, room);
        assertThat(told.membership()).isEqualTo(Membership.BAN);
        assertThat(types(told.requiredState())).containsExactly("m.room.member");
        assertThat(told.removedState()).isEmpty();
        assertThat(told.name()).isEmpty();
        assertThat(types(told.timeline().orElseThrow().events())).containsOnly("m.room.member");
    }

    @Test
    @Tag("easily-missed-9")
    void who_leaves_is_told_of_all_until_then_and_once() {
        var room = aRoomWithBob();
        var client = sliding(BOB, all(10));
        var first = client.now();
        says(ALICE, room, "bye");
        leaves(BOB, room);
        says(ALICE, room, "gone at last");
        var second = client.after(first).now();
        says(ALICE, room, "still talking");

        assertThat(in(second, room).membership()).isEqualTo(Membership.LEAVE);
        assertThat(texts(second, room)).containsExactly("bye");
        assertThat(client.after(second).now().rooms()).isEmpty();
        assertThat(client.now().rooms()).isEmpty();
    }

    @Test
    void who_was_put_out_is_told_of_it_even_anew_and_who_asks_for_a_room_they_are_not_in_is_told_nothing() {
        var kicked = aRoomWithBob();
        var secret = created(aRoomOf(ALICE));
        says(ALICE, kicked, "before");
        kicks(ALICE, kicked, BOB);
        says(ALICE, kicked, "after");
        var told = sliding(BOB, all(10)).now();

        assertThat(told.rooms()).containsOnlyKeys(kicked);
        assertThat(texts(told, kicked)).containsExactly("before");
        for (var room : List.of(secret, RoomId.parse("!nowhere:hirundo.example"))) {
            assertThat(sliding(BOB, subscription(room, 10, "[[\"*\",\"*\"]]"))
                            .now()
                            .rooms())
                    .isEmpty();
        }
    }

    @Test
    void counts_are_told_when_something_is_read() {
        var room = aRoomWithBob();
        var event = says(ALICE, room, "one");
        var client = sliding(BOB, all(1));
        var first = client.now();
        var waiting = client.after(first).waiting();
        reads(BOB, room, event);
        var second = waiting.news();

        assertThat(in(second, room).unread()).contains(RoomUnread.Count.NONE);
        assertThat(in(second, room).timeline()).isEmpty();
        assertThat(client.after(second).now().rooms()).isEmpty();
    }

    @Test
    void the_accepted_form_tells_no_counts() {
        var room = aRoomWithBob();
        var body = "{\"lists\":{\"all\":{\"timeline_limit\":1,\"required_state\":{\"lazy_members\":true}}}}";
        var client = new SlidingAsking(server(), BOB, SlidingForm.ACCEPTED, body, Optional.empty());
        var first = client.now();
        reads(BOB, room, says(ALICE, room, "one"));
        var second = client.after(first).now();

        assertThat(in(first, room).unread()).isEmpty();
        assertThat(texts(second, room)).containsExactly("one");
        assertThat(in(second, room).unread()).isEmpty();
    }

    @Test
    void a_room_with_a_timeline_limit_of_nothing_is_told_by_its_state() {
        var room = aRoomWithBob();
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        var client = sliding(BOB, all(0));
        var first = client.now();
        says(ALICE, room, "one");
        var second = client.after(first).now();

        assertThat(texts(first, room)).isEmpty();
        assertThat(in(first, room).name()).contains(new JsonString("Inn"));
        assertThat(texts(second, room)).isEmpty();
        assertThat(in(second, room).timeline().orElseThrow().limited()).isTrue();
        assertThat(client.after(second).now().rooms()).isEmpty();
    }
}
