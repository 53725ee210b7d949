package org.hirundo.contract.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ListMembers;
import org.hirundo.application.timeline.ReadContext;
import org.hirundo.application.timeline.ReadContext.Context;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.application.timeline.ReadEventById;
import org.hirundo.application.timeline.ReadMessages;
import org.hirundo.application.timeline.ReadMessages.Page;
import org.hirundo.application.timeline.ReadRoomSnapshot;
import org.hirundo.application.timeline.ReadState;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.RoomEventFilter;
import org.junit.jupiter.api.Test;

/** Reading rooms: messages, context, events and state. */
public abstract class ReadingStory extends RoomStory {

    private static final RoomEventFilter MESSAGES =
            RoomEventFilter.parse(JsonObject.of("types", JsonArray.ofStrings(List.of("m.room.message"))));

    private static final RoomEventFilter LAZY =
            RoomEventFilter.parse(JsonObject.of("lazy_load_members", JsonBoolean.TRUE));

    private RoomId aRoomWithWords(int count) {
        var room = created(aPublicRoomOf(ALICE));
        joins(BOB, room);
        IntStream.range(0, count).forEach(number -> says(number % 2 == 0 ? ALICE : BOB, room, "word " + number));
        return room;
    }

    private Page page(RoomId room, boolean backwards, Optional<String> from, int limit, RoomEventFilter filter) {
        return page(room, backwards, from, Optional.empty(), limit, filter);
    }

    private Page page(
            RoomId room,
            boolean backwards,
            Optional<String> from,
            Optional<String> to,
            int limit,
            RoomEventFilter filter) {
        return the(ReadMessages.class)
                .read(new ReadMessages.Wanted(BOB, room, backwards, from, to, OptionalInt.of(limit), filter));
    }

    private Context context(Requester reader, RoomId room, EventId event, int limit, RoomEventFilter filter) {
        return the(ReadContext.class).read(new ReadContext.Wanted(reader, room, event, OptionalInt.of(limit), filter));
    }

    private static List<String> words(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "word " + number).toList();
    }

    @Test
    void history_is_read_backwards_page_by_page_to_its_beginning() {
        var room = aRoomWithWords(45);
        var read = new ArrayList<ClientEvent>();
        var from = Optional.<String>empty();
        do {
            var page = page(room, true, from, 10, RoomEventFilter.ALL);
            // Only the page behind the beginning is empty, and it is the one that leads no further.
            assertThat(page.chunk()).hasSizeLessThanOrEqualTo(10);
            assertThat(page.chunk().isEmpty()).isEqualTo(page.end().isEmpty());
            read.addAll(page.chunk());
            from = page.end();
        } while (from.isPresent());

        assertThat(texts(read.reversed())).isEqualTo(words(0, 45));
        assertThat(read.getLast().event().type()).isEqualTo(EventType.CREATE);
        assertThat(read).extracting(ClientEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void history_is_read_forwards_page_by_page_to_its_end() {
        var room = aRoomWithWords(45);
        var read = new ArrayList<ClientEvent>();
        var from = Optional.<String>empty();
        do {
            var page = page(room, false, from, 10, RoomEventFilter.ALL);
            read.addAll(page.chunk());
            from = page.end();
        } while (from.isPresent());

        assertThat(texts(read)).isEqualTo(words(0, 45));
        assertThat(read.getFirst().event().type()).isEqualTo(EventType.CREATE);
        assertThat(read).extracting(ClientEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void the_members_before_the_first_event_are_those_with_whom_the_room_began() {
        var room = aRoomWithWords(3);
        var whole = page(room, true, Optional.empty(), 500, RoomEventFilter.ALL);
        assertThat(whole.chunk().getLast().event().type()).isEqualTo(EventType.CREATE);
        var beginning = whole.end();
        var afterCreation =
                page(room, false, Optional.empty(), 1, RoomEventFilter.ALL).end();

        for (var at : List.of(beginning, afterCreation)) {
            assertThat(at).isPresent();
            assertThat(the(ListMembers.class)
                            .list(new ListMembers.Wanted(BOB, room, at, Optional.empty(), Optional.empty())))
                    .extracting(member -> member.event().stateKey().orElseThrow())
                    .containsExactly(ALICE.user().toString());
        }
    }

    @Test
    void one_can_turn_round_anywhere() {
        var room = aRoomWithWords(20);
        var back = page(room, true, Optional.empty(), 5, MESSAGES);
        var further = page(room, true, back.end(), 5, MESSAGES);
        var again = page(room, false, further.end(), 5, MESSAGES);

        assertThat(texts(back.chunk().reversed())).isEqualTo(words(15, 20));
        assertThat(texts(again.chunk())).isEqualTo(words(10, 15));
        says(ALICE, room, "word 20");
        assertThat(texts(page(room, false, Optional.of(back.start()), 5, MESSAGES)
                        .chunk()))
                .containsExactly("word 20");
    }

    @Test
    void reading_starts_and_stops_where_the_tokens_say() {
        var room = aRoomWithWords(20);
        var back = page(room, true, Optional.empty(), 5, MESSAGES);

        assertThat(texts(page(room, false, Optional.empty(), back.end(), 100, MESSAGES)
                        .chunk()))
                .isEqualTo(words(0, 15));
        var before = page(room, true, back.end(), 10, MESSAGES);
        assertThat(texts(page(room, true, Optional.empty(), before.end(), 100, MESSAGES)
                        .chunk()
                        .reversed()))
                .isEqualTo(words(5, 20));
    }

    @Test
    void a_sync_token_is_a_place_too() {
        var room = aRoomWithWords(6);
        var token = Optional.of("s" + storage().stream().position().value() + "_abc.12");
        IntStream.range(6, 10).forEach(number -> says(BOB, room, "word " + number));

        assertThat(texts(page(room, true, token, 100, MESSAGES).chunk().reversed()))
                .isEqualTo(words(0, 6));
        assertThat(texts(page(room, false, token, 100, MESSAGES).chunk())).isEqualTo(words(6, 10));
    }

    @Test
    void a_token_of_something_else_is_refused() {
        var room = aRoomWithWords(1);
        for (var token : List.of("", "t", "t1", "t1_x", "x1_1", "t99999999999999999999_1", "s", "tt1_1")) {
            assertThatThrownBy(() -> page(room, true, Optional.of(token), 1, MESSAGES))
                    .isInstanceOf(InvalidParam.class);
        }
        assertThatThrownBy(() -> page(room, true, Optional.empty(), -1, MESSAGES))
                .isInstanceOf(InvalidParam.class);
    }

    @Test
    void a_limit_of_nothing_gives_nothing_and_a_way_on() {
        var room = aRoomWithWords(3);
        var page = page(room, true, Optional.empty(), 0, MESSAGES);

        assertThat(page.chunk()).isEmpty();
        assertThat(texts(page(room, true, page.end(), 10, MESSAGES).chunk().reversed()))
                .isEqualTo(words(0, 3));
    }

    @Test
    void filters_look_past_what_is_not_wanted() {
        var room = aRoomWithWords(0);
        says(ALICE, room, "first");
        IntStream.range(0, 60)
                .forEach(number -> sets(
                        ALICE,
                        room,
                        new EventType("org.example.noise"),
                        JsonObject.of("number", String.valueOf(number))));
        says(BOB, room, "last");

        assertThat(texts(page(room, true, Optional.empty(), 2, MESSAGES).chunk()))
                .containsExactly("last", "first");
        var byAlice = RoomEventFilter.parse(JsonParser.parseObject(
                "{\"senders\":[\"@alice:hirundo.example\"],\"not_types\":[\"org.*\"]}".getBytes(UTF_8)));
        assertThat(texts(page(room, true, Optional.empty(), 1, byAlice).chunk()))
                .containsExactly("first");
    }

    @Test
    void members_are_loaded_with_what_they_said() {
        var room = aRoomWithWords(0);
        joins(CAROL, room);
        says(CAROL, room, "hello");
        says(BOB, room, "hello");

        var page = page(room, true, Optional.empty(), 2, LAZY);
        assertThat(page.state())
                .extracting(event -> event.event().stateKey().orElseThrow())
                .containsExactlyInAnyOrder(CAROL.user().toString(), BOB.user().toString());
        assertThat(page(room, true, Optional.empty(), 2, RoomEventFilter.ALL).state())
                .isEmpty();
    }

    @Test
    void what_ignored_users_say_is_not_shown_but_their_state_is() {
        var room = aRoomWithWords(4);
        the(Committer.class)
                .commit(new AccountDataChange(
                        BOB.user(),
                        Optional.empty(),
                        "m.ignored_user_list",
                        JsonObject.of(
                                "ignored_users", JsonObject.of(ALICE.user().toString(), JsonObject.EMPTY))));

        assertThat(texts(BOB, room)).containsExactly("word 1", "word 3");
        assertThat(types(BOB, room)).contains("m.room.create");
    }

    @Test
    void the_context_of_an_event_is_what_was_around_it() {
        var room = aRoomWithWords(10);
        var event = says(BOB, room, "here");
        IntStream.range(10, 20).forEach(number -> says(ALICE, room, "word " + number));

        var context = context(BOB, room, event, 5, RoomEventFilter.ALL);
        assertThat(context.event().id()).isEqualTo(event);
        assertThat(texts(context.before())).containsExactly("word 9", "word 8");
        assertThat(texts(context.after())).containsExactly("word 10", "word 11", "word 12");
        assertThat(context.state())
                .extracting(state -> state.event().type())
                .contains(EventType.CREATE, EventType.POWER_LEVELS);
        assertThat(texts(page(room, true, Optional.of(context.start()), 2, MESSAGES)
                        .chunk()))
                .containsExactly("word 7", "word 6");
        assertThat(texts(page(room, false, Optional.of(context.end()), 2, MESSAGES)
                        .chunk()))
                .containsExactly("word 13", "word 14");
    }

    @Test
    void a_context_of_nothing_is_the_event_alone() {
        var room = aRoomWithWords(3);
        var event = says(BOB, room, "here");

        var context = context(BOB, room, event, 0, MESSAGES);
        assertThat(context.event().id()).isEqualTo(event);
        assertThat(context.before()).isEmpty();
        assertThat(context.after()).isEmpty();
        assertThat(context.state()).isEmpty();
    }

    @Test
    void the_context_loads_members_lazily() {
        var room = aRoomWithWords(2);
        joins(CAROL, room);
        var event = says(BOB, room, "here");

        assertThat(context(BOB, room, event, 0, LAZY).state().stream()
                        .filter(state -> state.event().isType(EventType.MEMBER))
                        .map(state -> state.event().stateKey().orElseThrow()))
                .containsExactly(BOB.user().toString());
    }

    @Test
    void an_event_is_found_in_its_room_alone() {
        var room = aRoomWithWords(0);
        var other = aRoomWithWords(0);
        var event = says(BOB, room, "here");
        var read = the(ReadEvent.class);

        assertThat(read.read(BOB, room, event).json().string("room_id")).contains(room.value());
        assertThatThrownBy(() -> read.read(BOB, other, event)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> context(BOB, other, event, 1, MESSAGES)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read.read(BOB, room, new EventId("$nothing"))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_client_event_is_what_the_specification_says() {
        var room = aRoomWithWords(0);
        var event = says(BOB, room, "hello", "txn");
        server().clock().pass(Duration.ofSeconds(3));

        var shown = the(ReadEvent.class).read(BOB, room, event);
        var sent = server().clock().millis() - 3000;
        assertThat(shown.json())
                .isEqualTo(JsonObject.of("event_id", event.value())
                        .with("type", "m.room.message")
                        .with("sender", "@bob:hirundo.example")
                        .with("origin_server_ts", sent)
                        .with("room_id", room.value())
                        .with("content", JsonObject.of("msgtype", "m.text").with("body", "hello"))
                        .with(
                                "unsigned",
                                JsonObject.builder()
                                        .put("age", 3000)
                                        .put("membership", "join")
                                        .put("transaction_id", "txn")
                                        .build()));
        assertThat(JsonParser.parse(shown.bytes())).isEqualTo(shown.json());
        assertThat(JsonParser.parse(shown.bytesWithoutRoom())).isEqualTo(shown.jsonWithoutRoom());
    }

    @Test
    void state_that_is_not_there_is_not_found() {
        var room = aRoomWithWords(0);

        assertThat(state(BOB, room, EventType.TOPIC)).isEmpty();
        assertThat(the(ReadState.class).read(BOB, room))
                .extracting(event -> event.event().type())
                .doesNotContain(EventType.TOPIC)
                .contains(EventType.CREATE, EventType.MEMBER, EventType.JOIN_RULES);
    }

    @Test
    void an_event_is_found_without_its_room_by_those_who_may_see_it() {
        var room = aRoomWithWords(1);
        var event = history(BOB, room).getLast().event().id();

        assertThat(the(ReadEventById.class).read(BOB, event).event().id()).isEqualTo(event);
        assertThatThrownBy(() -> the(ReadEventById.class).read(CAROL, event)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> the(ReadEventById.class).read(BOB, new EventId("$nothing")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_room_is_shown_at_once_to_its_members_and_to_those_who_look_into_it() {
        var room = aRoomWithWords(3);
        the(Committer.class)
                .commit(new AccountDataChange(
                        BOB.user(), Optional.of(room), "org.example", JsonObject.of("kept", "here")));
        the(Committer.class)
                .commit(new AccountDataChange(BOB.user(), Optional.of(room), "org.example.deleted", JsonObject.EMPTY));

        var own = the(ReadRoomSnapshot.class).read(BOB, room, OptionalInt.of(2));
        assertThat(texts(own.messages())).isEqualTo(texts(BOB, room).subList(1, 3));
        assertThat(own.membership()).contains(Membership.JOIN);
        assertThat(own.accountData()).extracting(AccountDataStore.Entry::type).containsExactly("org.example");
        assertThat(own.published()).isFalse();
        var guest = Server.guest("7");
        assertThatThrownBy(() -> the(ReadRoomSnapshot.class).read(guest, room, OptionalInt.empty()))
                .isInstanceOf(Forbidden.class);

        sets(ALICE, room, EventType.HISTORY_VISIBILITY, JsonObject.of("history_visibility", "world_readable"));
        says(ALICE, room, "for everybody");
        var peeked = the(ReadRoomSnapshot.class).read(guest, room, OptionalInt.empty());
        assertThat(texts(peeked.messages())).containsExactly("for everybody");
        assertThat(peeked.membership()).isEmpty();
        assertThat(peeked.accountData()).isEmpty();
        assertThat(peeked.state()).extracting(event -> event.event().type()).contains(EventType.CREATE);
    }
}
