package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ReadContext;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.sync.RoomEventFilter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happened in joined rooms, as a client hears it from token to token. */
public abstract class SyncTimelineStory extends SyncStory {

    private static List<String> words(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "word " + number).toList();
    }

    private void talks(RoomId room, int from, int to) {
        IntStream.range(from, to).forEach(number -> says(ALICE, room, "word " + number));
    }

    private static JsonObject topic(String text) {
        return JsonObject.of("topic", text);
    }

    private static boolean isEmpty(SyncAnswer answer) {
        return answer.rooms().equals(new SyncAnswer.Rooms(Map.of(), Map.of(), Map.of(), Map.of()))
                && answer.accountData().isEmpty()
                && answer.presence().isEmpty()
                && answer.toDevice().isEmpty()
                && answer.deviceLists().equals(SyncAnswer.DeviceLists.NONE);
    }

    /** All events of the room, from what the client was told and what it then reads before that. */
    private List<ClientEvent> wholly(Requester user, RoomId room, SyncAnswer answer) {
        var timeline = in(answer, room).timeline();
        var all = new ArrayList<>(before(user, room, timeline.prevBatch().orElseThrow(), Optional.empty()));
        all.addAll(timeline.events());
        return all;
    }

    @Test
    @Tag("easily-missed-7")
    void a_client_that_begins_gets_the_last_events_and_the_state_before_them() {
        var room = aRoomWithBob();
        sets(ALICE, room, EventType.TOPIC, topic("before"));
        talks(room, 0, 9);
        sets(ALICE, room, EventType.TOPIC, topic("after"));

        var told = in(syncs(BOB), room);

        assertThat(told.timeline().limited()).isTrue();
        assertThat(texts(told.timeline().events())).isEqualTo(words(0, 9));
        assertThat(types(told.timeline().events())).hasSize(10).endsWith("m.room.topic");
        assertThat(told.state())
                .filteredOn(event -> event.event().isType(EventType.TOPIC))
                .extracting(event -> event.event().content())
                .containsExactly(topic("before"));
        assertThat(types(told.state())).contains("m.room.create", "m.room.power_levels");
        assertThat(members(told.state()))
                .containsExactlyInAnyOrder(ALICE.user().toString(), BOB.user().toString());
    }

    @Test
    void a_short_room_is_told_whole_and_its_state_is_all_in_the_timeline() {
        var room = created(aPublicRoomOf(ALICE));

        var told = in(
                asking(ALICE).filter("{\"room\":{\"timeline\":{\"limit\":50}}}").now(), room);

        assertThat(told.timeline().limited()).isFalse();
        assertThat(types(told.timeline().events())).startsWith("m.room.create", "m.room.member");
        assertThat(told.state()).isEmpty();
    }

    @Test
    void who_comes_back_hears_what_is_new_and_nothing_twice() {
        var room = aRoomWithBob();
        var other = aRoomWithBob();
        talks(room, 0, 2);
        var first = syncs(BOB);
        talks(room, 2, 5);
        var second = syncs(BOB, first);
        sets(ALICE, room, EventType.TOPIC, topic("news"));
        var third = syncs(BOB, second);
        var fourth = syncs(BOB, third);

        assertThat(texts(second, room)).isEqualTo(words(2, 5));
        assertThat(in(second, room).timeline().limited()).isFalse();
        assertThat(in(second, room).state()).isEmpty();
        assertThat(second.rooms().joined()).doesNotContainKey(other);
        assertThat(types(in(third, room).timeline().events())).containsExactly("m.room.topic");
        assertThat(in(third, room).state()).isEmpty();
        assertThat(isEmpty(fourth)).isTrue();
        assertThat(fourth.nextBatch().durable()).isEqualTo(third.nextBatch().durable());
    }

    @Test
    void an_answer_is_the_same_again_for_who_did_not_get_it() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        talks(room, 0, 3);

        assertThat(texts(syncs(BOB, first), room)).isEqualTo(words(0, 3));
        assertThat(texts(syncs(BOB, first), room)).isEqualTo(words(0, 3));
    }

    @Test
    @Tag("easily-missed-7")
    void what_a_limited_answer_leaves_out_is_read_from_its_prev_batch() {
        var room = aRoomWithBob();
        talks(room, 0, 3);
        var first = syncs(BOB);
        talks(room, 3, 30);
        var second = syncs(BOB, first);

        assertThat(in(second, room).timeline().limited()).isTrue();
        assertThat(texts(second, room)).isEqualTo(words(20, 30));
        var gap = before(
                BOB,
                room,
                in(second, room).timeline().prevBatch().orElseThrow(),
                Optional.of(first.nextBatch().toString()));
        assertThat(texts(gap)).isEqualTo(words(3, 20));
        assertThat(wholly(BOB, room, second))
                .extracting(ClientEvent::id)
                .doesNotHaveDuplicates()
                .isEqualTo(history(BOB, room).stream().map(ClientEvent::id).toList());
    }

    @Test
    @Tag("easily-missed-7")
    void an_answer_is_limited_only_when_something_is_left_out() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        talks(room, 0, 10);
        var exact = syncs(BOB, first);
        talks(room, 10, 11);
        var more = syncs(BOB, first);

        assertThat(in(exact, room).timeline().limited()).isFalse();
        assertThat(in(more, room).timeline().limited()).isTrue();
        assertThat(wholly(BOB, room, exact))
                .extracting(ClientEvent::id)
                .doesNotHaveDuplicates()
                .hasSize(history(BOB, room).size() - 1);
    }

    @Test
    void clients_choose_how_many_events_they_get_within_reason() {
        var room = aRoomWithBob();
        talks(room, 0, 120);

        var three =
                asking(BOB).filter("{\"room\":{\"timeline\":{\"limit\":3}}}").now();
        var none = asking(BOB).filter("{\"room\":{\"timeline\":{\"limit\":0}}}").now();
        var many = asking(BOB)
                .filter("{\"room\":{\"timeline\":{\"limit\":100000}}}")
                .now();

        assertThat(texts(three, room)).isEqualTo(words(117, 120));
        assertThat(in(none, room).timeline().events()).isEmpty();
        assertThat(in(none, room).timeline().limited()).isTrue();
        assertThat(wholly(BOB, room, none)).hasSameSizeAs(history(BOB, room));
        assertThat(texts(many, room)).isEqualTo(words(20, 120));
    }

    @Test
    @Tag("easily-missed-7")
    void state_that_changed_in_the_gap_of_a_limited_answer_is_told_beside_it() {
        var room = aRoomWithBob();
        sets(ALICE, room, EventType.TOPIC, topic("old"));
        var first = syncs(BOB);
        sets(ALICE, room, EventType.TOPIC, topic("new"));
        talks(room, 0, 5);
        joins(CAROL, room);
        talks(room, 5, 20);
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        var second = in(syncs(BOB, first), room);

        assertThat(types(second.state())).containsExactlyInAnyOrder("m.room.topic", "m.room.member");
        assertThat(second.state())
                .filteredOn(event -> event.event().isType(EventType.TOPIC))
                .extracting(event -> event.event().content())
                .containsExactly(topic("new"));
        assertThat(members(second.state())).containsExactly(CAROL.user().toString());
        assertThat(types(second.timeline().events())).endsWith("m.room.name");
    }

    @Test
    @Tag("easily-missed-7")
    void who_asks_for_the_state_after_the_timeline_gets_what_the_timeline_changed_as_well() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        sets(ALICE, room, EventType.TOPIC, topic("in the gap"));
        talks(room, 0, 9);
        sets(ALICE, room, EventType.NAME, JsonObject.of("name", "Inn"));
        talks(room, 9, 10);

        var told = in(asking(BOB).since(first).stateAfter().now(), room);
        assertThat(types(told.state())).containsExactlyInAnyOrder("m.room.topic", "m.room.name");
        assertThat(types(told.timeline().events())).contains("m.room.name");
        var whole = in(asking(BOB).stateAfter().now(), room);
        assertThat(types(whole.state())).contains("m.room.create", "m.room.topic", "m.room.name");
    }

    @Test
    void all_of_the_state_is_told_to_who_asks_but_the_timeline_goes_on_from_the_token() {
        var room = aRoomWithBob();
        var quiet = aRoomWithBob();
        talks(room, 0, 5);
        var first = syncs(BOB);
        talks(room, 5, 7);

        var answer = asking(BOB).since(first).fullState().now();
        assertThat(texts(answer, room)).isEqualTo(words(5, 7));
        assertThat(in(answer, room).timeline().limited()).isFalse();
        assertThat(in(answer, quiet).timeline().events()).isEmpty();
        for (var told : List.of(in(answer, room), in(answer, quiet))) {
            assertThat(types(told.state())).contains("m.room.create", "m.room.join_rules");
            assertThat(members(told.state()))
                    .containsExactlyInAnyOrder(
                            ALICE.user().toString(), BOB.user().toString());
        }
    }

    @Test
    void state_that_the_filter_keeps_out_of_the_timeline_is_told_beside_it() {
        var room = aRoomWithBob();
        var messages = "{\"room\":{\"timeline\":{\"types\":[\"m.room.message\"]}}}";
        var first = asking(BOB).filter(messages).now();
        says(ALICE, room, "one");
        sets(ALICE, room, EventType.TOPIC, topic("hidden"));
        says(ALICE, room, "two");

        assertThat(types(in(first, room).state())).contains("m.room.create", "m.room.history_visibility");
        var second = in(asking(BOB).filter(messages).since(first).now(), room);
        assertThat(texts(second.timeline().events())).containsExactly("one", "two");
        assertThat(second.state()).extracting(event -> event.event().content()).containsExactly(topic("hidden"));
    }

    @Test
    void tokens_outlive_the_server() {
        var room = aRoomWithBob();
        var other = aRoomWithBob();
        talks(room, 0, 2);
        var first = syncs(BOB);
        talks(room, 2, 4);
        restart();
        talks(room, 4, 6);
        var second = syncs(BOB, first);
        var third = syncs(BOB, second);

        assertThat(texts(second, room)).isEqualTo(words(2, 6));
        assertThat(second.rooms().joined()).doesNotContainKey(other);
        assertThat(second.nextBatch().epoch()).isNotEqualTo(first.nextBatch().epoch());
        assertThat(isEmpty(third)).isTrue();
    }

    @Test
    void a_token_of_another_time_sees_what_is_fleeting_again() {
        var room = aRoomWithBob();
        startsTyping(ALICE, room);
        var token = syncs(BOB).nextBatch();
        var other = new SyncToken(token.durable(), token.epoch() + "x", token.ephemeral() + 1000, Optional.empty());

        assertThat(asking(BOB).since(token).now().rooms().joined()).isEmpty();
        assertThat(contents(in(asking(BOB).since(other).now(), room).ephemeral(), "m.typing"))
                .hasSize(1);
    }

    @Test
    void a_token_says_itself_and_nothing_else_is_one() {
        var token = syncs(BOB).nextBatch();

        assertThat(SyncToken.parse(token.toString())).isEqualTo(token);
        for (var text : List.of("", "s", "s1", "t1_1", "s1_a.b", "s-1_a.1", "s1_a.1_", "s99999999999999999999_a.1")) {
            assertThatThrownBy(() -> SyncToken.parse(text)).isInstanceOf(InvalidParam.class);
        }
    }

    @Test
    void a_token_from_the_future_hears_nothing_and_is_given_back() {
        aRoomWithBob();
        var now = syncs(BOB).nextBatch();
        var future = new SyncToken(
                new StreamPosition(now.durable().value() + 1000), now.epoch(), now.ephemeral(), Optional.empty());

        var answer = asking(BOB).since(future).now();
        assertThat(isEmpty(answer)).isTrue();
        assertThat(answer.nextBatch().durable()).isEqualTo(future.durable());
    }

    @Test
    @Tag("easily-missed-3")
    void only_the_device_that_sent_an_event_hears_of_its_transaction() {
        var room = aRoomWithBob();
        var first = syncs(BOB);
        var laptop = Server.user("bob", "LAPTOP");
        var event = says(BOB, room, "mine", "txn");

        for (var reader : List.of(BOB, laptop, ALICE)) {
            var expected = reader.equals(BOB) ? Optional.of("txn") : Optional.<String>empty();
            var shown = new ArrayList<ClientEvent>();
            shown.addAll(in(syncs(reader, first), room).timeline().events());
            shown.addAll(in(syncs(reader), room).timeline().events());
            shown.addAll(history(reader, room));
            shown.add(the(ReadEvent.class).read(reader, room, event));
            var context = the(ReadContext.class)
                    .read(new ReadContext.Wanted(reader, room, event, OptionalInt.of(4), RoomEventFilter.ALL));
            shown.add(context.event());
            shown.addAll(context.before());
            assertThat(shown)
                    .filteredOn(told -> told.id().equals(event))
                    .hasSize(5)
                    .allSatisfy(told ->
                            assertThat(told.unsigned().string("transaction_id")).isEqualTo(expected));
        }
    }
}
